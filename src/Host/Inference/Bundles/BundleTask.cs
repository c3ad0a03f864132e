using Mpuc.Host.Evaluation.Downstream;

namespace Mpuc.Host.Inference.Bundles;

/// <summary>What a bundle's classifier predicts.</summary>
internal sealed record BundleTask
{
    /// <summary>The label's name, such as <c>emotion</c>.</summary>
    public required string Label { get; init; }

    /// <summary>Whether a recording has one class or any number.</summary>
    public required TaskKind Kind { get; init; }

    /// <summary>The probability from which on a class of a multi-label task counts as present.</summary>
    public required double Threshold { get; init; }

    /// <summary>The classes, in the order of the classifier's outputs.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>
    /// The fraction of the training recordings that show each class, in the order of the classes: what is known without any modality.
    /// </summary>
    public required IReadOnlyList<double> Frequencies { get; init; }

    /// <summary>The classifier's accuracy on the run's test recordings, of every subset of modalities that was measured.</summary>
    public required IReadOnlyList<SubsetAccuracy> Subsets { get; init; }
}

/// <summary>How well a bundle's classifier does with some of its modalities.</summary>
internal sealed record SubsetAccuracy(IReadOnlyList<string> Modalities, int Recordings, ClassificationMetrics Metrics);
