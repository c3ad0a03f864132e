namespace Mpuc.Host.Data.Splits;

/// <summary>
/// Divides a data set into training, validation and test. Each group or recording is drawn by a hash of its own name, so adding others
/// moves few.
/// </summary>
public static class DataSplitter
{
    /// <summary>Divides a data set.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="options">How to divide it.</param>
    /// <param name="seed">Decides what is drawn; the same seed draws the same on every platform.</param>
    /// <returns>The division, audited: no recording, and by group no group, is on two sides.</returns>
    /// <exception cref="MpucException">A test group is unknown, groups or splits are not given, or nothing is left to train on.</exception>
    public static DataSplit Split(Dataset dataset, SplitOptions options, int seed)
    {
        if (options.By != SplitOptions.ByGroup && options.Test.Count > 0)
        {
            throw new MpucException(
                $"data.split.test names groups, so data.split.by must be '{SplitOptions.ByGroup}', not '{options.By}'.");
        }

        FoldDraw.Check(options);
        var draw = new SeededDraw(seed);
        var side = options.By switch
        {
            SplitOptions.ByGroup => GroupSplit.Assign(dataset.Recordings, options, draw),
            SplitOptions.Stratified => StratifiedSplit.Assign(dataset, options, draw),
            SplitOptions.Given => GivenSplit.Assign(dataset.Recordings, options, draw),
            _ => throw new MpucException($"data.split.by must be one of {string.Join(", ", SplitOptions.Ways)}, not '{options.By}'."),
        };
        var split = new DataSplit
        {
            Training = [.. dataset.Recordings.Where(recording => side(recording) == SplitSide.Training)],
            Validation = [.. dataset.Recordings.Where(recording => side(recording) == SplitSide.Validation)],
            Test = [.. dataset.Recordings.Where(recording => side(recording) == SplitSide.Test)],
            IsTransductive = options.IsTransductive,
        };
        SplitAuditor.Check(split, options.By == SplitOptions.ByGroup);
        return split with
        {
            Training = options.LabelsPerClass == 0
                ? split.Training
                : LabelSubsampling.Keep(split.Training, dataset.Label, options.LabelsPerClass, draw),
            Warnings =
                [.. SplitAuditor.FindLeaks(split, dataset.Duplicates, options.By), .. SplitAuditor.FindUnlearned(split, dataset.Label)],
        };
    }
}
