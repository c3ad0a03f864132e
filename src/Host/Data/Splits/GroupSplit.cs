namespace Mpuc.Host.Data.Splits;

/// <summary>Holds out whole groups: the paper's actor split (Sec. IV-A).</summary>
internal static class GroupSplit
{
    /// <summary>Assigns every group to a side.</summary>
    /// <exception cref="MpucException">A recording has no group, or a test group is unknown.</exception>
    public static Func<Recording, SplitSide> Assign(IReadOnlyList<Recording> recordings, SplitOptions options, SeededDraw draw)
    {
        if (recordings.FirstOrDefault(recording => recording.Group.Length == 0) is { } groupless)
        {
            throw new MpucException(
                $"data.split.by is 'group', but the recording '{groupless.Id}' has no group; give every recording one, "
                + $"or split by '{SplitOptions.Stratified}' or '{SplitOptions.Given}'.");
        }

        var groups = recordings.Select(recording => recording.Group).Distinct().Order(StringComparer.Ordinal).ToList();
        if (options.Test.FirstOrDefault(group => !groups.Contains(group)) is { } unknown)
        {
            throw new MpucException($"data.split.test: there is no group '{unknown}'; there are {string.Join(", ", groups)}.");
        }

        var test = options.Folds > 0 ? FoldDraw.Test([groups], "groups", options, draw)
            : options.Test.Count > 0 ? [.. options.Test] : draw.Fraction("test", groups, options.TestFraction);
        var validation = draw.Fraction("validation", [.. groups.Where(group => !test.Contains(group))], options.ValidationFraction);
        return recording => test.Contains(recording.Group) ? SplitSide.Test
            : validation.Contains(recording.Group) ? SplitSide.Validation : SplitSide.Training;
    }
}
