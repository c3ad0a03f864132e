using System.Globalization;

namespace Mpuc.Plugins.Text.Reading.Formats;

/// <summary>
/// Lines <c>START END WORD</c>. Numbers with fractions are seconds, as Audacity and most aligners write them. Whole numbers are thousandths
/// of a frame of 25 per second in an <c>.align</c> file (the GRID corpus, Cooke et al. 2006) and 100 ns in a <c>.lab</c> file (HTK);
/// elsewhere nothing tells their unit.
/// </summary>
internal sealed class StartEndWord : ITranscriptFormat
{
    private const string Align = ".align";
    private const string Lab = ".lab";
    private const double GridUnits = 25_000;
    private const double HtkUnits = 1e7;

    // Nobody says forty words a second: the numbers are of another unit.
    private const double ShortestWord = 0.025;

    private static readonly char[] Blanks = [' ', '\t'];

    /// <inheritdoc/>
    public bool Fits(TranscriptText file) =>
        file.Extension == Align
            || (file.First.Text is not null && file.Lines.All(line => line.Text.Length == 0 || Parse(line) is not null));

    /// <inheritdoc/>
    public IReadOnlyList<TimedText> Read(TranscriptText file)
    {
        var lines = file.Lines.Where(line => line.Text.Length > 0).Select(line => (Line: line, Entry: Parse(line) ?? throw line.Error(
            "this is no alignment; a line must be START END WORD, with times in 1/25000 s, such as '23750 29500 bin', or in seconds with fractions, such as '0.95 1.18 bin'."))).ToList();
        var hasFractions = lines.Exists(line => line.Entry.HasFraction);
        var units = hasFractions ? 1
            : file.Extension == Align ? GridUnits
            : file.Extension == Lab ? HtkUnits
            : throw new MpucException(
                $"'{file.Path}' holds lines START END WORD with whole numbers, whose unit nothing tells; name it .align for 1/25000 s "
                    + "(GRID) or .lab for 100 ns (HTK), or write seconds with fractions.");
        var words = lines.Select(line => line.Line.Timed(line.Entry.Text, line.Entry.Start / units, line.Entry.End / units)).ToList();
        if (!hasFractions && words.Count > 0 && words.Max(word => word.End) is > 0 and var end && end < ShortestWord * words.Count)
        {
            throw new MpucException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{file.Path}': {words.Count} words cannot be spoken in {end:0.######} s; whole numbers are "
                    + $"{(units == HtkUnits ? "100 ns" : "1/25000 s")} here, and seconds must be written with fractions, such as 1.0."));
        }

        return hasFractions ? [.. words.SelectMany(word => word.Words())] : words;
    }

    private static (double Start, double End, string Text, bool HasFraction)? Parse(FileLine line)
    {
        var parts = line.Text.Split(Blanks, 3, StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var first, var second, var text] || !TryParse(first, out var start) || !TryParse(second, out var end))
        {
            return null;
        }

        // A time without a fraction stands before one word; a sentence that begins with two numbers is a sentence.
        var hasFraction = first.Contains('.', StringComparison.Ordinal) || second.Contains('.', StringComparison.Ordinal);
        return hasFraction || text.IndexOfAny(Blanks) < 0 ? (start, end, text.Trim(), hasFraction) : null;
    }

    private static bool TryParse(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
