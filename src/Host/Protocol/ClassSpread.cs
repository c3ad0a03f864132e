using Mpuc.Host.Evaluation.Downstream;

namespace Mpuc.Host.Protocol;

/// <summary>One class of a multi-label task over the folds. Figures are fractions, 0 to 1.</summary>
/// <param name="WeightedAccuracy">The w-ACC over the folds that have one; null without any.</param>
/// <param name="F1">The F1 of the class alone.</param>
/// <param name="WeightedF1">The F1 of "present" and "not present", weighted by their recordings.</param>
public sealed record ClassSpread(Spread? WeightedAccuracy, Spread F1, Spread WeightedF1)
{
    /// <summary>Puts the folds of a multi-label task together.</summary>
    /// <returns>The classes by name, each over the folds that know it; null for a task with a single label.</returns>
    internal static IReadOnlyDictionary<string, ClassSpread>? Of(IEnumerable<ClassificationMetrics> folds)
    {
        var metrics = folds.ToList();
        return metrics[0].Task == TaskKind.MultiLabel
            ? metrics.SelectMany(fold => fold.Classes).GroupBy(named => named.Key, named => named.Value, StringComparer.Ordinal)
                .ToDictionary(named => named.Key, Of, StringComparer.Ordinal)
            : null;
    }

    private static ClassSpread Of(IEnumerable<BinaryCounts> folds)
    {
        var counts = folds.ToList();
        var accuracies = counts.Where(count => count.WeightedAccuracy is not null).Select(count => count.WeightedAccuracy!.Value).ToList();
        return new ClassSpread(
            accuracies.Count == 0 ? null : Spread.Of(accuracies),
            Spread.Of(counts.Select(count => count.F1)),
            Spread.Of(counts.Select(count => count.WeightedF1)));
    }
}

/// <summary>A figure over folds.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Std">The sample standard deviation (n - 1); 0 for a single fold.</param>
public sealed record Spread(double Mean, double Std)
{
    /// <summary>Computes both.</summary>
    /// <param name="values">At least one value.</param>
    /// <returns>The two figures.</returns>
    public static Spread Of(IEnumerable<double> values)
    {
        var both = Evaluation.MeanAndDeviation.Of(values);
        return new Spread(both.Mean, both.Deviation);
    }
}
