namespace Mpuc.Plugins.Text.Reading;

/// <summary>What is said in a recording: a text without times, or words with them.</summary>
/// <param name="Text">The whole text; empty where there are timed words.</param>
/// <param name="Words">Words in order of their starts, in seconds from the recording's start; null where nothing has a time.</param>
/// <param name="Duration">The recording's length in seconds; null where it is not known.</param>
internal sealed record Transcript(string Text, IReadOnlyList<TimedText>? Words, double? Duration);
