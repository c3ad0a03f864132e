namespace Mpuc.Media.Faces;

/// <summary>Keeps the surest of boxes that overlap.</summary>
public static class NonMaximumSuppression
{
    /// <summary>Keeps boxes, the surest first, that overlap none kept before by more than a limit.</summary>
    /// <typeparam name="T">What has a box.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="score">An item's score.</param>
    /// <param name="overlap">How much two items overlap.</param>
    /// <param name="limit">The greatest overlap allowed.</param>
    /// <returns>The items kept, by falling score; of equal scores the one that came first.</returns>
    public static List<T> Apply<T>(IEnumerable<T> items, Func<T, double> score, Func<T, T, double> overlap, double limit)
    {
        ArgumentNullException.ThrowIfNull(overlap);
        var kept = new List<T>();
        foreach (var item in items.OrderByDescending(score))
        {
            var isFree = true;
            for (var i = 0; i < kept.Count && isFree; i++)
            {
                isFree = overlap(kept[i], item) <= limit;
            }

            if (isFree)
            {
                kept.Add(item);
            }
        }

        return kept;
    }
}
