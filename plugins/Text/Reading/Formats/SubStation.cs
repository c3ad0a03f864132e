using System.Text.RegularExpressions;

namespace Mpuc.Plugins.Text.Reading.Formats;

/// <summary>
/// Advanced SubStation Alpha (<c>.ass</c>, <c>.ssa</c>): lines <c>Dialogue:</c> whose fields a line <c>Format:</c> names.
/// </summary>
internal sealed partial class SubStation : ITranscriptFormat
{
    private static readonly string[] Usual = ["Layer", "Start", "End", "Style", "Name", "MarginL", "MarginR", "MarginV", "Effect", "Text"];

    /// <inheritdoc/>
    public bool Fits(TranscriptText file) => file.StartsWith("[Script Info]") || file.Lines.Any(line => Dialogue().IsMatch(line.Text));

    /// <inheritdoc/>
    public IReadOnlyList<TimedText> Read(TranscriptText file)
    {
        var (fields, isEvents, words) = (Usual, true, new List<TimedText>());
        foreach (var line in file.Lines)
        {
            if (line.Text.StartsWith('['))
            {
                isEvents = line.Text.StartsWith("[Events]", StringComparison.OrdinalIgnoreCase);
            }
            else if (isEvents && line.Text.StartsWith("Format:", StringComparison.OrdinalIgnoreCase))
            {
                fields = [.. line.Text[7..].Split(',').Select(field => field.Trim())];
            }
            else if (isEvents && line.Text.StartsWith("Dialogue:", StringComparison.OrdinalIgnoreCase))
            {
                words.AddRange(Read(line, fields));
            }
        }

        return words;
    }

    private static IEnumerable<TimedText> Read(FileLine line, string[] fields)
    {
        // The text is the last field and may hold commas.
        var cells = line.Text[9..].Split(',', fields.Length);
        var (start, end) = (Array.IndexOf(fields, "Start"), Array.IndexOf(fields, "End"));
        return cells.Length == fields.Length && start >= 0 && end >= 0 && Time().IsMatch(cells[start]) && Time().IsMatch(cells[end])
            ? line.Timed(SpokenPart.Of(cells[^1]), ClockTime.Seconds(cells[start].Trim()), ClockTime.Seconds(cells[end].Trim())).Words()
            : throw line.Error(
                $"this is no line of subtitles; it must have the fields {string.Join(", ", fields)}, with times such as 0:00:01.50.");
    }

    [GeneratedRegex(@"^Dialogue:.*,\s*[0-9]+:[0-9]+:[0-9]+[.][0-9]+\s*,", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dialogue();

    [GeneratedRegex(@"^\s*" + ClockTime.Pattern + @"\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time();
}
