using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;

namespace Mpuc.Host.Protocol;

/// <summary>One row of a comparison: a method on some modalities, over the folds. Figures are fractions, 0 to 1.</summary>
public sealed record ComparisonRow
{
    /// <summary>The method's name.</summary>
    public required string Method { get; init; }

    /// <summary>The modalities whose features are used; none for the majority class.</summary>
    public required IReadOnlyList<string> Modalities { get; init; }

    /// <summary>Whether labels trained more than the classifier on frozen features.</summary>
    public required bool Supervised { get; init; }

    /// <summary>The accuracy over the folds.</summary>
    public required Spread Accuracy { get; init; }

    /// <summary>The mean of the classes' F1, over the folds.</summary>
    public required Spread MacroF1 { get; init; }

    /// <summary>The mean of the classes' w-ACC, over the folds; null where a fold has none.</summary>
    public required Spread? WeightedAccuracy { get; init; }

    /// <summary>The mean of the classes' weighted F1 of "present" and "not present", over the folds; null for a single label.</summary>
    public Spread? MeanBinaryWeightedF1 { get; init; }

    /// <summary>The classes of a multi-label task by name, over the folds; null for a single label.</summary>
    public IReadOnlyDictionary<string, ClassSpread>? Classes { get; init; }

    /// <summary>The number of folds.</summary>
    public required int Folds { get; init; }

    /// <summary>The accuracy of each fold, in their order.</summary>
    public required IReadOnlyList<double> PerFold { get; init; }

    /// <summary>Counts by true and predicted class over the test recordings of all folds; null where a fold has none.</summary>
    public PooledConfusion? Confusion { get; init; }

    /// <summary>
    /// The contrastive row of all modalities (first) against this one (second), over the test recordings of all folds; null where there is
    /// no contrastive row, and for that row itself.
    /// </summary>
    public required PairedTest? ContrastiveAgainst { get; init; }

    /// <summary>Puts a method's folds together.</summary>
    /// <param name="folds">The same method and modalities on each fold.</param>
    /// <param name="contrastive">The contrastive row of all modalities on each fold; null for none.</param>
    /// <returns>The row.</returns>
    public static ComparisonRow Of(IReadOnlyList<MethodRow> folds, IReadOnlyList<MethodRow>? contrastive) => new()
    {
        Method = folds[0].Method,
        Modalities = folds[0].Modalities,
        Supervised = folds[0].Supervised,
        Accuracy = Spread.Of(folds.Select(fold => fold.Metrics.Accuracy)),
        MacroF1 = Spread.Of(folds.Select(fold => fold.Metrics.MacroF1)),
        WeightedAccuracy = folds.All(fold => fold.Metrics.WeightedAccuracy is not null)
            ? Spread.Of(folds.Select(fold => fold.Metrics.WeightedAccuracy!.Value))
            : null,
        MeanBinaryWeightedF1 = folds[0].Metrics.Task == TaskKind.MultiLabel
            ? Spread.Of(folds.Select(fold => fold.Metrics.MeanBinaryWeightedF1))
            : null,
        Classes = ClassSpread.Of(folds.Select(fold => fold.Metrics)),
        Folds = folds.Count,
        PerFold = [.. folds.Select(fold => fold.Metrics.Accuracy)],
        Confusion = PooledConfusion.Of(folds.Select(fold => ((IReadOnlyList<string>)[.. fold.Metrics.Classes.Keys], fold.Confusion))),
        ContrastiveAgainst = contrastive is null || ReferenceEquals(contrastive[0], folds[0]) ? null : PairedTest.Compare(
            [.. contrastive.SelectMany(fold => fold.Correct)], [.. folds.SelectMany(fold => fold.Correct)]),
    };
}
