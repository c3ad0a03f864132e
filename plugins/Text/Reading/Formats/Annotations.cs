using System.Globalization;
using System.Text.RegularExpressions;

namespace Mpuc.Plugins.Text.Reading.Formats;

/// <summary>
/// Sentences behind an id and their times in seconds: <c>ID___N___1.2___4.5___sentence</c> (CMU-MOSI and -MOSEI) and <c>ID
/// [001.2000-004.5000]: sentence</c> (IEMOCAP, where a line such as <c>M: sentence</c> without times is left out).
/// </summary>
internal sealed partial class Annotations : ITranscriptFormat
{
    /// <inheritdoc/>
    public bool Fits(TranscriptText file) => file.First.Text is { } first && Times().IsMatch(first);

    /// <inheritdoc/>
    public IReadOnlyList<TimedText> Read(TranscriptText file) =>
        [.. file.Lines.Where(line => line.Text.Length > 0 && !Speaker().IsMatch(line.Text)).SelectMany(Read)];

    private static IEnumerable<TimedText> Read(FileLine line) => Times().Match(line.Text) is { Success: true } match
        ? line.Timed(SpokenPart.Of(match.Groups["text"].Value), Seconds(match.Groups["start"]), Seconds(match.Groups["end"])).Words()
        : throw line.Error(
            "this line has no times; it must be ID___N___START___END___sentence, or ID [START-END]: sentence, as the first line is, "
                + "with times in seconds.");

    private static double Seconds(Group group) => double.Parse(group.Value, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^\S*___[0-9]+___(?<start>[0-9]+(?:\.[0-9]+)?)___(?<end>[0-9]+(?:\.[0-9]+)?)___(?<text>.*)$|^\S+\s*\[(?<start>[0-9]+(?:\.[0-9]+)?)\s*-\s*(?<end>[0-9]+(?:\.[0-9]+)?)\]:?(?<text>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Times();

    [GeneratedRegex(@"^[MF][0-9]?:", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Speaker();
}
