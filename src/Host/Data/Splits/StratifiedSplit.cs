namespace Mpuc.Host.Data.Splits;

/// <summary>
/// Holds out recordings of every class in proportion. Validation recordings are drawn without regard to their class, because they serve the
/// encoder stage.
/// </summary>
internal static class StratifiedSplit
{
    /// <summary>Assigns every recording to a side.</summary>
    /// <param name="dataset">The recordings and the label whose classes count; recordings without it are a class of their own.</param>
    /// <exception cref="MpucException">There is no label.</exception>
    public static Func<Recording, SplitSide> Assign(Dataset dataset, SplitOptions options, SeededDraw draw)
    {
        var label = dataset.Label ?? throw new MpucException(
            "data.split.by is 'stratified', which needs data.label, the label whose classes are divided alike.");
        var classes = dataset.Recordings
            .GroupBy(
                recording => recording.Labels.GetValueOrDefault(label, string.Empty), recording => recording.Id, StringComparer.Ordinal)
            .OrderBy(members => members.Key, StringComparer.Ordinal).Select(members => members.ToList()).ToList();
        var test = options.Folds > 0 ? FoldDraw.Test(classes, "recordings", options, draw) : Draw(classes, options.TestFraction, draw);
        var rest = dataset.Recordings.Select(recording => recording.Id).Where(id => !test.Contains(id)).ToList();
        var validation = draw.Fraction("validation", rest, options.ValidationFraction);
        return recording => test.Contains(recording.Id) ? SplitSide.Test
            : validation.Contains(recording.Id) ? SplitSide.Validation : SplitSide.Training;
    }

    /// <summary>Divides seats among classes in proportion to their sizes, by largest remainders; ties go to the earlier class.</summary>
    /// <param name="seats">At most the sizes' sum.</param>
    public static IReadOnlyList<int> Apportion(IReadOnlyList<int> sizes, int seats)
    {
        var total = sizes.Sum(size => (long)size);
        var shares = sizes.Select(size => (Whole: (int)(size * (long)seats / total), Remainder: size * (long)seats % total)).ToList();
        var left = seats - shares.Sum(share => share.Whole);
        var rounded = Enumerable.Range(0, sizes.Count).OrderByDescending(i => shares[i].Remainder).ThenBy(i => i).Take(left).ToHashSet();
        return [.. shares.Select((share, i) => share.Whole + (rounded.Contains(i) ? 1 : 0))];
    }

    private static HashSet<string> Draw(List<List<string>> classes, double fraction, SeededDraw draw)
    {
        var seats = SeededDraw.CountOf(classes.Sum(members => members.Count), fraction);
        var counts = Apportion([.. classes.Select(members => members.Count)], seats);
        return classes.Zip(counts).SelectMany(pair => draw.Take("test", pair.First, pair.Second)).ToHashSet(StringComparer.Ordinal);
    }
}

/// <summary>The sides of a split.</summary>
internal enum SplitSide
{
    /// <summary>Encoders and classifiers learn from it.</summary>
    Training,

    /// <summary>Its contrastive loss decides when training stops.</summary>
    Validation,

    /// <summary>Nothing learns from it.</summary>
    Test,
}
