using System.Globalization;

namespace Mpuc.Plugins.Text.Reading;

/// <summary>A line of a file, which knows its place for messages.</summary>
/// <param name="Path">The file.</param>
/// <param name="Number">The line, counted from 1.</param>
/// <param name="Text">The line without its end.</param>
internal readonly record struct FileLine(string Path, long Number, string Text)
{
    /// <summary>Splits a text into those of its lines that are not blank.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <returns>The lines.</returns>
    public static IEnumerable<FileLine> Of(string path, string text) => text.Split('\n')
        .Select((line, index) => new FileLine(path, index + 1, line.Trim())).Where(line => line.Text.Length > 0);

    /// <summary>An error at this line.</summary>
    /// <param name="wrong">What is wrong and what would be right.</param>
    /// <param name="cause">What caused it; null for nothing.</param>
    /// <returns>The exception to throw.</returns>
    public MpucException Error(string wrong, Exception? cause = null)
    {
        var message = $"'{Path}', line {Number}: {wrong}";
        return cause is null ? new MpucException(message) : new MpucException(message, cause);
    }

    /// <summary>Checks a word's time.</summary>
    /// <param name="text">The word.</param>
    /// <param name="start">Seconds.</param>
    /// <param name="end">Seconds.</param>
    /// <returns>The word with its time.</returns>
    /// <exception cref="MpucException">The time is negative, or its end lies before its start.</exception>
    public TimedText Timed(string text, double start, double end) =>
        !double.IsFinite(start) || !double.IsFinite(end) || start < 0 ? throw Error(
            $"a word cannot be spoken from {Show(start)} s to {Show(end)} s; times count from 0.")
        : end < start ? throw Error($"the word '{text}' ends at {Show(end)} s, before its start at {Show(start)} s.")
        : new TimedText(text, start, end);

    private static string Show(double seconds) => seconds.ToString("0.######", CultureInfo.InvariantCulture);
}
