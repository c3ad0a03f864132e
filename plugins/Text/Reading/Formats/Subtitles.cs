using System.Text.RegularExpressions;

namespace Mpuc.Plugins.Text.Reading.Formats;

/// <summary>
/// SubRip (<c>.srt</c>), WebVTT (<c>.vtt</c>), YouTube's <c>.sbv</c> and what Whisper prints: a line with two times, and what is said in
/// the lines below it up to a blank one, or behind the times on the same line.
/// </summary>
internal sealed partial class Subtitles : ITranscriptFormat
{
    /// <inheritdoc/>
    public bool Fits(TranscriptText file) => file.StartsWith("WEBVTT") || file.Lines.Any(line => Times().IsMatch(line.Text));

    /// <inheritdoc/>
    public IReadOnlyList<TimedText> Read(TranscriptText file)
    {
        var words = new List<TimedText>();
        var (cue, start, end) = (default(FileLine), 0.0, 0.0);
        var said = new List<string>();
        foreach (var line in file.Lines)
        {
            if (Times().Match(line.Text) is { Success: true } times)
            {
                // Without a blank line before it, the next cue's number looks like a word.
                if (said.Count > 0 && said[^1].All(char.IsAsciiDigit))
                {
                    said.RemoveAt(said.Count - 1);
                }

                words.AddRange(Words(cue, said, start, end));
                (cue, start, end) = (line, ClockTime.Seconds(times.Groups["start"].Value), ClockTime.Seconds(times.Groups["end"].Value));
                said = line.Text.StartsWith('[') && times.Groups["rest"].Value.Trim() is { Length: > 0 } rest ? [rest] : [];
            }
            else if (line.Text.Length == 0)
            {
                words.AddRange(Words(cue, said, start, end));
                (cue, said) = (default, []);
            }
            else if (cue.Path is not null)
            {
                said.Add(line.Text);
            }
        }

        words.AddRange(Words(cue, said, start, end));
        return words;
    }

    private static IEnumerable<TimedText> Words(FileLine cue, List<string> said, double start, double end) =>
        cue.Path is null ? [] : cue.Timed(SpokenPart.Of(string.Join(' ', said)), start, end).Words();

    [GeneratedRegex(
        @"^\[?(?<start>" + ClockTime.Pattern + @")\s*(?:-->|(?<=[.,][0-9]{3}),)\s*(?<end>" + ClockTime.Pattern + @")\]?(?<rest>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Times();
}
