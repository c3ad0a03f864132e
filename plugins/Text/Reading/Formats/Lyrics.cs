using System.Text.RegularExpressions;

namespace Mpuc.Plugins.Text.Reading.Formats;

/// <summary>
/// Lyrics (<c>.lrc</c>): a time in brackets before each line, which lasts until the next one's; the last line lasts two seconds, as nothing
/// says its end.
/// </summary>
internal sealed partial class Lyrics : ITranscriptFormat
{
    private const double LastLine = 2;

    /// <inheritdoc/>
    public bool Fits(TranscriptText file) =>
        file.Lines.Count(line => Line().IsMatch(line.Text)) is > 0 and var timed
            && 2 * timed > file.Lines.Count(line => line.Text.Length > 0 && !Tag().IsMatch(line.Text));

    /// <inheritdoc/>
    public IReadOnlyList<TimedText> Read(TranscriptText file)
    {
        var lines = file.Lines.Select(line => (Line: line, Match: Line().Match(line.Text))).Where(line => line.Match.Success)
            .Select(line =>
                (
                    line.Line,
                    Start: ClockTime.Seconds(line.Match.Groups["start"].Value),
                    Text: line.Match.Groups["text"].Value)).OrderBy(line => line.Start).ToList();
        return [.. lines.SelectMany((line, place) =>
            line.Line.Timed(SpokenPart.Of(line.Text), line.Start, place + 1 < lines.Count ? lines[place + 1].Start : line.Start + LastLine)
                .Words())];
    }

    [GeneratedRegex(
        @"^\[(?<start>[0-9]{1,3}:[0-9]{2}(?:[.:][0-9]{1,3})?)\](?<text>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"^\[[a-zA-Z]+:.*\]$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
