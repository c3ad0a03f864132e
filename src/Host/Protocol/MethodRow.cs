using System.Text.Json.Serialization;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;

namespace Mpuc.Host.Protocol;

/// <summary>What one method reached on one fold's test recordings.</summary>
public sealed record MethodRow
{
    /// <summary>The method's name, such as <c>lateFusion</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The modalities whose features are used.</summary>
    public required IReadOnlyList<string> Modalities { get; init; }

    /// <summary>Whether labels trained more than the classifier on frozen features.</summary>
    public required bool Supervised { get; init; }

    /// <summary>Accuracy, F1 and w-ACC.</summary>
    public required ClassificationMetrics Metrics { get; init; }

    /// <summary>
    /// Counts by true class (outer) and predicted class (inner), in the order of <see cref="Metrics"/>' classes; empty for a multi-label
    /// task, and where a class was predicted that neither training nor test recordings show.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; } = [];

    /// <summary>Whether each test recording was predicted right, in the data set's order.</summary>
    [JsonConverter(typeof(BitTextConverter))]
    public required IReadOnlyList<bool> Correct { get; init; }

    /// <summary>Scores predictions.</summary>
    internal static MethodRow Of(
        Fold fold, string method, IReadOnlyList<string> modalities, bool supervised, IReadOnlyList<long> predictions) => new()
    {
        Method = method,
        Modalities = modalities,
        Supervised = supervised,
        Metrics = ClassificationMetrics.Of(fold.Rows.Space, fold.Rows.TestTargets, predictions, fold.Configuration.Evaluation.Threshold),
        Confusion = fold.Rows.Space.Kind == TaskKind.MultiLabel || predictions.Any(prediction => prediction < 0)
            ? []
            : new ConfusionMatrix(fold.Rows.TestTargets, predictions, fold.Rows.Classes.Count).Counts,
        Correct = [.. predictions.Zip(fold.Rows.TestTargets, (prediction, truth) => prediction == truth)],
    };
}
