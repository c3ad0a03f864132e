using System.Globalization;
using System.Text.RegularExpressions;

namespace Mpuc.Plugins.Text.Reading.Formats;

/// <summary>
/// Finds out in which form a transcript is written: by what it holds first, because much goes by the name of <c>.txt</c>.
/// </summary>
internal static class TranscriptFormats
{
    // A word of a minute: no speaker is so slow, but a word's milliseconds are so many.
    private const double LongestUsual = 60;

    private static readonly ITranscriptFormat[] All =
        [
            new TextGrid(),
            new SubStation(),
            new JsonTranscript(),
            new Subtitles(),
            new Annotations(),
            new MillisecondTable(),
            new Lyrics(),
            new StartEndWord(),
            new Ctm(),
        ];

    /// <summary>Reads a file's words with their times.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <returns>The words, silence among them; null for plain text, in which nothing has a time.</returns>
    /// <exception cref="MpucException">The file is damaged, of a form that is not read, or its times are of another unit.</exception>
    public static IReadOnlyList<TimedText>? Read(string path, string text)
    {
        try
        {
            return Read(new TranscriptText(path, text), path);
        }
        catch (RegexMatchTimeoutException exception)
        {
            throw new MpucException(
                $"'{path}' holds a line that takes too long to tell its form; write it as .srt, .TextGrid or a table with the columns "
                    + "start, end and word.",
                exception);
        }
    }

    private static IReadOnlyList<TimedText>? Read(TranscriptText file, string path)
    {
        if (Array.Find(All, format => format.Fits(file)) is { } found)
        {
            return RequireSeconds(path, found.Read(file));
        }

        if (IsWordTable(file))
        {
            return RequireSeconds(path, WordTable.Read(path));
        }

        UnreadFormats.Refuse(file);
        return null;
    }

    /// <summary>Refuses times that cannot be seconds.</summary>
    /// <param name="path">The file, for the message.</param>
    /// <param name="words">The words.</param>
    /// <returns>The words.</returns>
    /// <exception cref="MpucException">Half of them last a minute and longer.</exception>
    public static IReadOnlyList<TimedText> RequireSeconds(string path, IReadOnlyList<TimedText> words)
    {
        var lengths = words.Where(word => word.Text.Length > 0).Select(word => word.End - word.Start).Order().ToList();
        return lengths.Count > 0 && lengths[lengths.Count / 2] is > LongestUsual and var usual
            ? throw new MpucException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{path}': a word lasts {usual:0.#} s, so its times look like milliseconds; they must be in seconds, such as "
                    + $"{words[^1].End / 1000:0.###}."))
            : words;
    }

    private static bool IsWordTable(TranscriptText file) =>
        file.First.Text?.Split(',').Select(cell => cell.Trim(' ', '"', '\uFEFF').ToLowerInvariant()).ToList() is { } cells
            && WordTable.Columns.All(cells.Contains);
}
