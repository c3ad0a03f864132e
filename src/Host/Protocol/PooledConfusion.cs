namespace Mpuc.Host.Protocol;

/// <summary>A confusion matrix over several folds.</summary>
/// <param name="Classes">The classes of any fold, in ordinal order.</param>
/// <param name="Counts">Counts by true class (outer) and predicted class (inner).</param>
public sealed record PooledConfusion(IReadOnlyList<string> Classes, IReadOnlyList<IReadOnlyList<int>> Counts)
{
    /// <summary>Adds folds up, class by class: a fold need not know every class.</summary>
    /// <param name="folds">Each fold's classes and counts.</param>
    /// <returns>The sum; null without folds, or where one has no counts.</returns>
    public static PooledConfusion? Of(IEnumerable<(IReadOnlyList<string> Classes, IReadOnlyList<IReadOnlyList<int>> Counts)> folds)
    {
        var list = folds.ToList();
        if (list.Count == 0 || list.Any(fold => fold.Counts.Count == 0))
        {
            return null;
        }

        var classes = list.SelectMany(fold => fold.Classes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var places = classes.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var counts = classes.Select(_ => new int[classes.Count]).ToArray();
        foreach (var (names, fold) in list)
        {
            foreach (var (truth, row) in fold.Index())
            {
                foreach (var (predicted, count) in row.Index())
                {
                    counts[places[names[truth]]][places[names[predicted]]] += count;
                }
            }
        }

        return new PooledConfusion(classes, counts);
    }
}
