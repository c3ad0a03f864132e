namespace Mpuc.Plugins.Text.Frames;

/// <summary>A word's vector with the time in which the word is spoken.</summary>
/// <param name="Start">In seconds from the recording's start, at least 0.</param>
/// <param name="End">In seconds, not before the start.</param>
/// <param name="Read">Writes the vector.</param>
internal readonly record struct TimedVector(double Start, double End, Action<Span<float>> Read);
