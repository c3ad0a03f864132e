using System.Globalization;

namespace Mpuc.Plugins.Text.Reading;

/// <summary>
/// Word alignments of the GRID corpus (Cooke et al. 2006): <c>START END WORD</c> on every line, times in thousandths of a frame of 25 per second. The end
/// of the last line, usually silence, is the recording's.
/// </summary>
internal static class AlignFile
{
    private const double UnitsPerSecond = 25_000;

    /// <summary>Reads the words, silence among them.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <returns>The words in the file's order.</returns>
    /// <exception cref="MpucException">A line is no alignment.</exception>
    public static IReadOnlyList<TimedText> Read(string path, string text) => [.. FileLine.Of(path, text).Select(Read)];

    private static TimedText Read(FileLine line)
    {
        var parts = line.Text.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return parts is [var start, var end, var word]
            && double.TryParse(start, NumberStyles.Float, CultureInfo.InvariantCulture, out var first)
            && double.TryParse(end, NumberStyles.Float, CultureInfo.InvariantCulture, out var last)
            ? line.Timed(word, first / UnitsPerSecond, last / UnitsPerSecond)
            : throw line.Error("this is no alignment; a line must be START END WORD, with times in 1/25000 s, such as '23750 29500 bin'.");
    }
}
