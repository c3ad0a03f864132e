namespace Mpuc.Host.Data.Splits;

/// <summary>
/// Takes the split that the data set assigns. Where it assigns no validation, a fraction of its training recordings serves.
/// </summary>
internal static class GivenSplit
{
    /// <summary>Assigns every recording to a side.</summary>
    /// <exception cref="MpucException">A recording has no split.</exception>
    public static Func<Recording, SplitSide> Assign(IReadOnlyList<Recording> recordings, SplitOptions options, SeededDraw draw)
    {
        if (recordings.FirstOrDefault(recording => recording.Split is null) is { } splitless)
        {
            throw new MpucException($"data.split.by is 'given', but the data set assigns the recording '{splitless.Id}' to no split; "
                + $"give it one, or set data.split.by to '{SplitOptions.ByGroup}' or '{SplitOptions.Stratified}'.");
        }

        var training = recordings.Where(recording => recording.Split == "train").Select(recording => recording.Id).ToList();
        var isValidationGiven = recordings.Any(recording => recording.Split == "validation");
        var drawn = draw.Fraction("validation", training, isValidationGiven ? 0 : options.ValidationFraction);
        return recording => recording.Split == "test" ? SplitSide.Test
            : recording.Split == "validation" || drawn.Contains(recording.Id) ? SplitSide.Validation : SplitSide.Training;
    }
}
