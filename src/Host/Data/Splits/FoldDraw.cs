namespace Mpuc.Host.Data.Splits;

/// <summary>
/// Deals names out to the folds of a cross-validation like cards: in random order, class after class, so that folds are of equal size but
/// for one name, and so are the classes within them.
/// </summary>
internal static class FoldDraw
{
    /// <summary>Refuses options that do not go with folds.</summary>
    /// <exception cref="MpucException">They contradict each other.</exception>
    public static void Check(SplitOptions options)
    {
        if (options.Folds == 0)
        {
            return;
        }

        if (options.By == SplitOptions.Given)
        {
            throw new MpucException(
                $"data.split.folds asks for {options.Folds} folds, which a given split has not; "
                + $"data.split.by must be '{SplitOptions.ByGroup}' or '{SplitOptions.Stratified}'.");
        }

        if (options.Test.Count > 0)
        {
            throw new MpucException(
                "data.split.test names the test groups and data.split.folds draws them; only one of the two can be set.");
        }

        if (options.Folds < 2 || options.Fold > options.Folds)
        {
            throw new MpucException(
                $"data.split.fold is {options.Fold} of {options.Folds} folds; there must be at least 2 folds, and the one that tests is "
                    + "1 to their number.");
        }
    }

    /// <summary>Deals the names and takes the test fold.</summary>
    /// <exception cref="MpucException">There are fewer names than folds.</exception>
    public static HashSet<string> Test(IReadOnlyList<IReadOnlyList<string>> classes, string what, SplitOptions options, SeededDraw draw)
    {
        var names = classes.SelectMany(members => draw.Order("fold", members)).ToList();
        return names.Count >= options.Folds
            ? names.Where((_, place) => place % options.Folds == options.Fold - 1).ToHashSet(StringComparer.Ordinal)
            : throw new MpucException($"There are {names.Count} {what}, too few for {options.Folds} folds (data.split.folds).");
    }
}
