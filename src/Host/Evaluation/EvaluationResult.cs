using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Evaluation.Representation;

namespace Mpuc.Host.Evaluation;

/// <summary>
/// What <c>mpuc evaluate</c> says of one run. Accuracies are fractions of the test recordings, 0 to 1; of a multi-label task, the fraction whose
/// whole set of classes is right.
/// </summary>
public sealed record EvaluationResult
{
    /// <summary>The run's folder name.</summary>
    public required string Run { get; init; }

    /// <summary>Whether the encoders were trained without labels.</summary>
    public required bool Unsupervised { get; init; }

    /// <summary>Whether the encoders saw the test recordings, without labels.</summary>
    public bool Transductive { get; init; }

    /// <summary>The objective's variant.</summary>
    public required string Objective { get; init; }

    /// <summary>Epochs trained.</summary>
    public required int Epochs { get; init; }

    /// <summary>The label that is predicted.</summary>
    public required string Label { get; init; }

    /// <summary>The probe's accuracy on all modalities of the trained encoders.</summary>
    public required double Accuracy { get; init; }

    /// <summary>F1, w-ACC and counts per class and overall, of the same probe.</summary>
    public required ClassificationMetrics Metrics { get; init; }

    /// <summary>The same probe on untrained encoders: the floor.</summary>
    public required double FloorAccuracy { get; init; }

    /// <summary>The same probe on each modality's mean and deviation over time, without any encoder.</summary>
    public required double NoEncoderAccuracy { get; init; }

    /// <summary>Always predicting the most frequent training class.</summary>
    public required double MajorityAccuracy { get; init; }

    /// <summary>The trained encoders' probe on each modality alone.</summary>
    public required IReadOnlyDictionary<string, double> Modalities { get; init; }

    /// <summary>The fraction of each class's test recordings that is found (recall), by name of the classes that they show.</summary>
    public required IReadOnlyDictionary<string, double> PerClassAccuracy { get; init; }

    /// <summary>The class names, in the order of the confusion matrix.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>
    /// Counts by true class (outer) and predicted class (inner), of the probe on all modalities; empty for a multi-label task, whose
    /// counts are in <see cref="Metrics"/>.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    /// <summary>The trained encoders against the floor, recording by recording.</summary>
    public required PairedTest AgainstFloor { get; init; }

    /// <summary>The trained encoders against no encoder, recording by recording.</summary>
    public required PairedTest AgainstNoEncoder { get; init; }

    /// <summary>How well the group can be read from the features; null where the recordings have no groups.</summary>
    public required GroupProbe? GroupProbe { get; init; }

    /// <summary>The geometry of the test recordings' embeddings; null where it was not measured.</summary>
    public RepresentationMeasures? Representation { get; init; }

    /// <summary>Every classifier on every kind of features, and the probe on every subset of modalities.</summary>
    public required IReadOnlyList<Measurement> Measurements { get; init; }

    /// <summary>The groups of the test recordings.</summary>
    public required IReadOnlyList<string> TestGroups { get; init; }

    /// <summary>The number of training recordings with a label.</summary>
    public required int TrainingRecordings { get; init; }

    /// <summary>The number of test recordings with a label.</summary>
    public required int TestRecordings { get; init; }
}
