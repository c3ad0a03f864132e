using Mpuc.Host.Evaluation.Downstream;

namespace Mpuc.Host.Inference.Bundles;

/// <summary>How well a bundle's classifier does with some of its modalities.</summary>
/// <param name="Modalities">The modalities that it sees.</param>
/// <param name="Recordings">Test recordings.</param>
/// <param name="Metrics">Its figures.</param>
internal sealed record SubsetAccuracy(IReadOnlyList<string> Modalities, int Recordings, ClassificationMetrics Metrics);
