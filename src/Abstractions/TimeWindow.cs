namespace Mpuc;

/// <summary>A span of a recording's time axis, the same for all its modalities.</summary>
/// <param name="Start">Seconds from the recording's start, at least 0.</param>
/// <param name="Duration">Length in seconds, above 0.</param>
public readonly record struct TimeWindow(double Start, double Duration);
