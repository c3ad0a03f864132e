using System.Globalization;

namespace Mpuc.Host.Data;

/// <summary>What an id must not hold: ids stand one on a line in lists beside features, in logs and in tables.</summary>
internal static class RecordingId
{
    /// <summary>Refuses an id with a line break or another control character.</summary>
    /// <param name="place">Where it comes from, for the message: a manifest's line, or a file.</param>
    /// <exception cref="MpucException">It holds one; the message shows it escaped.</exception>
    public static void Require(string id, string place)
    {
        if (id.Any(IsControl))
        {
            throw new MpucException(
                $"{place}: the id '{Escape(id)}' holds a line break or another control character; it must be a text of one line.");
        }
    }

    /// <summary>Shows a text on one line.</summary>
    /// <returns>The text with <c>\u000a</c> for a line feed, and so on.</returns>
    public static string Escape(string text) =>
        string.Concat(
            text.Select(letter =>
                IsControl(letter) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}") : letter.ToString()));

    // The line and paragraph separators break lines without being control characters.
    private static bool IsControl(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029';
}
