using System.Globalization;

namespace Mpuc.Plugins.Text.Reading.Formats;

/// <summary>
/// NIST's CTM: lines <c>RECORDING CHANNEL START DURATION WORD [CONFIDENCE]</c>, seconds; lines from <c>;;</c> on are comments.
/// </summary>
internal sealed class Ctm : ITranscriptFormat
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <inheritdoc/>
    public bool Fits(TranscriptText file) => file.Extension == ".ctm"
        || (
            Lines(file).Any()
                && Lines(file).All(line => Parse(line) is not null)
                && Lines(file).Any(line => Parse(line)!.Value.HasFraction));

    /// <inheritdoc/>
    public IReadOnlyList<TimedText> Read(TranscriptText file) =>
    [
        .. Lines(file).Select(line => Parse(line) is var (start, length, word, _)
            ? line.Timed(word, start, start + length)
            : throw line.Error(
                "this is no line of a CTM file; it must be RECORDING CHANNEL START DURATION WORD, with times in seconds, such as 'clip "
                    + "1 0.95 0.23 bin'.")),
    ];

    private static IEnumerable<FileLine> Lines(TranscriptText file) =>
        file.Lines.Where(line => line.Text.Length > 0 && !line.Text.StartsWith(";;", StringComparison.Ordinal));

    private static (double Start, double Length, string Word, bool HasFraction)? Parse(FileLine line)
    {
        var parts = line.Text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is 5 or 6
            && TryParse(parts[2], out var start)
            && TryParse(parts[3], out var length)
            && (parts.Length == 5 || TryParse(parts[5], out _))
            ? (
                start,
                length,
                parts[4],
                parts[2].Contains('.', StringComparison.Ordinal) || parts[3].Contains('.', StringComparison.Ordinal))
            : null;
    }

    private static bool TryParse(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
