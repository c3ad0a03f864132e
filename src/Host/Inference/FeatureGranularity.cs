using Mpuc.Host.Inference.Predictions;

namespace Mpuc.Host.Inference;

/// <summary>What a row of extracted features stands for: a recording, or a window of one.</summary>
/// <param name="Windows">Whether for a window, as a <see cref="Timeline"/> slides them.</param>
/// <param name="Hop">Seconds between the windows' starts, above 0; null for half a window.</param>
internal sealed record FeatureGranularity(bool Windows, double? Hop);
