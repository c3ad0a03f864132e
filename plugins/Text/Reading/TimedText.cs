namespace Mpuc.Plugins.Text.Reading;

/// <summary>A word, or a few, with the time in which they are spoken.</summary>
/// <param name="Text">As written.</param>
/// <param name="Start">In seconds, at least 0.</param>
/// <param name="End">In seconds, not before the start.</param>
internal readonly record struct TimedText(string Text, double Start, double End);
