namespace Mpuc.Host.Evaluation.Downstream;

/// <summary>How well predictions fit, per class and overall. All figures are fractions, 0 to 1.</summary>
public sealed record ClassificationMetrics
{
    /// <summary>What the label says.</summary>
    public required TaskKind Task { get; init; }

    /// <summary>The probability from which on a class of a multi-label task counts as present; null for a single label.</summary>
    public required double? Threshold { get; init; }

    /// <summary>
    /// The fraction of recordings that are predicted right; of a multi-label task, those whose whole set of classes is.
    /// </summary>
    public required double Accuracy { get; init; }

    /// <summary>The mean of the classes' w-ACC, without those that have none; null without any.</summary>
    public required double? WeightedAccuracy { get; init; }

    /// <summary>The mean of the classes' F1.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>The mean of the classes' F1, weighted by their recordings.</summary>
    public required double WeightedF1 { get; init; }

    /// <summary>The F1 of all classes' counts together; of a single label it is the accuracy.</summary>
    public required double MicroF1 { get; init; }

    /// <summary>The mean of the classes' own weighted F1 (present and not present), the paper's overall F1 on CMU-MOSEI.</summary>
    public required double MeanBinaryWeightedF1 { get; init; }

    /// <summary>Each class against the others, by name.</summary>
    public required IReadOnlyDictionary<string, BinaryCounts> Classes { get; init; }

    /// <summary>Measures predictions.</summary>
    /// <param name="truth">True targets, at least one; a single label's may be one that the space does not know.</param>
    internal static ClassificationMetrics Of(LabelSpace space, IReadOnlyList<long> truth, IReadOnlyList<long> predictions, double threshold)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(predictions.Count, truth.Count);
        var counts = Enumerable.Range(0, space.Classes.Count).Select(place => Count(space, truth, predictions, place)).ToList();
        var positives = counts.Sum(count => count.Positives);
        return new ClassificationMetrics
        {
            Task = space.Kind,
            Threshold = space.Kind == TaskKind.MultiLabel ? threshold : null,
            Accuracy = truth.Where((target, i) => target == predictions[i]).Count() / (double)truth.Count,
            WeightedAccuracy = counts.Average(count => count.WeightedAccuracy),
            MacroF1 = counts.Average(count => count.F1),
            WeightedF1 = positives == 0 ? 0 : counts.Sum(count => count.Positives * count.F1) / positives,
            MicroF1 = counts.Aggregate((first, second) => first + second).F1,
            MeanBinaryWeightedF1 = counts.Average(count => count.WeightedF1),
            Classes = space.Classes.Zip(counts).ToDictionary(pair => pair.First, pair => pair.Second),
        };
    }

    private static BinaryCounts Count(LabelSpace space, IReadOnlyList<long> truth, IReadOnlyList<long> predictions, int place)
    {
        var (rightly, wrongly, missed) = (0, 0, 0);
        for (var i = 0; i < truth.Count; i++)
        {
            var (isThere, isPredicted) = (space.Has(truth[i], place), space.Has(predictions[i], place));
            rightly += isThere && isPredicted ? 1 : 0;
            wrongly += !isThere && isPredicted ? 1 : 0;
            missed += isThere && !isPredicted ? 1 : 0;
        }

        return new BinaryCounts(rightly, wrongly, missed, truth.Count - rightly - wrongly - missed);
    }
}
