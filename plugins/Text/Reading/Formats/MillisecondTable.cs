using System.Globalization;

namespace Mpuc.Plugins.Text.Reading.Formats;

/// <summary>
/// Whisper's <c>.tsv</c>: columns <c>start</c>, <c>end</c> and <c>text</c> with tabs between them, times in milliseconds.
/// </summary>
internal sealed class MillisecondTable : ITranscriptFormat
{
    private const double PerSecond = 1000;

    /// <inheritdoc/>
    public bool Fits(TranscriptText file) => file.First.Text?.Split('\t') is ["start", "end", "text"];

    /// <inheritdoc/>
    public IReadOnlyList<TimedText> Read(TranscriptText file) =>
        [.. file.Lines.Where(line => line.Text.Length > 0 && line.Number > file.First.Number).SelectMany(Read)];

    private static IEnumerable<TimedText> Read(FileLine line)
    {
        var cells = line.Text.Split('\t', 3);
        return cells.Length >= 2 && TryParse(cells[0], out var start) && TryParse(cells[1], out var end)
            ? line.Timed(cells.ElementAtOrDefault(2) ?? string.Empty, start / PerSecond, end / PerSecond).Words()
            : throw line.Error(
                "this is no row of Whisper's table; it must be START END TEXT with tabs between them and whole milliseconds.");
    }

    private static bool TryParse(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
