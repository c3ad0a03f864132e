using System.Text.Json.Serialization;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Evaluation.Representation;

namespace Mpuc.Host.Evaluation;

/// <summary>
/// What <c>mpuc evaluate</c> says of one run. Accuracies are fractions of the test recordings, 0 to 1; of a multi-label task, the fraction
/// whose whole set of classes is right.
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

    /// <summary>The accuracy of a probe for the group (speaker, actor); null where the recordings have no groups.</summary>
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

/// <summary>What a result says of the run that it measures.</summary>
/// <param name="Unsupervised">Whether the encoders were trained without labels.</param>
/// <param name="Transductive">Whether they saw the test recordings, without labels.</param>
internal sealed record EvaluatedRun(string Name, string Objective, int Epochs, bool Unsupervised, bool Transductive);

/// <summary>
/// How well the group (actor, speaker) can be read from the features: what instance discrimination learns besides, or in place of, what the
/// label asks for. A linear probe on the training recordings, a fifth of each group held out.
/// </summary>
/// <param name="Accuracy">The fraction of held-out recordings whose group is predicted, 0 to 1.</param>
/// <param name="UntrainedAccuracy">The same from untrained encoders.</param>
/// <param name="Groups">The number of groups.</param>
public sealed record GroupProbe(double Accuracy, double UntrainedAccuracy, int Groups);

/// <summary>One row of an evaluation: how well one classifier reads one kind of features of the test recordings.</summary>
/// <param name="Features">Where the features come from: <c>contrastive</c>, <c>untrained</c> or <c>none</c> (pooled raw frames).</param>
/// <param name="Classifier"><c>probe</c> (fc + ReLU + fc), <c>linear</c> or <c>knn</c>.</param>
/// <param name="Modalities">The modalities whose features are concatenated.</param>
/// <param name="Accuracy">The fraction of test recordings predicted correctly, 0 to 1.</param>
public sealed record Measurement(string Features, string Classifier, IReadOnlyList<string> Modalities, double Accuracy)
{
    /// <summary>
    /// Whether each test recording was predicted correctly, in the data set's order; in JSON a text of one 1 or 0 each, so that results
    /// that were written earlier can be compared recording by recording.
    /// </summary>
    [JsonConverter(typeof(BitTextConverter))]
    public IReadOnlyList<bool> Correct { get; init; } = [];
}
