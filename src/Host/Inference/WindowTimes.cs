namespace Mpuc.Host.Inference;

/// <summary>When windows begin and how long they are.</summary>
/// <param name="Starts">Seconds from the beginning of a window's recording, one by one.</param>
/// <param name="Seconds">The length of each.</param>
internal sealed record WindowTimes(IReadOnlyList<double> Starts, double Seconds);
