using Mpuc.Host.Objectives;

namespace Mpuc.Host.Training;

/// <summary>
/// Sums over the batches of an epoch so far, from which its mean losses follow; saved with a checkpoint in the middle of an epoch.
/// </summary>
public sealed record LossTotals
{
    /// <summary>Recordings seen.</summary>
    public long Recordings { get; init; }

    /// <summary>The sum of the batches' losses, each times its recordings.</summary>
    public double Loss { get; init; }

    /// <summary>The same for each pair, with the recordings of the batches that allowed it.</summary>
    public IReadOnlyDictionary<string, PairTotals> Pairs { get; init; } = new Dictionary<string, PairTotals>();

    /// <summary>Seconds spent.</summary>
    public double Seconds { get; init; }

    /// <summary>The mean loss over the recordings.</summary>
    public double MeanLoss() => Loss / Recordings;

    /// <summary>The mean loss of each pair, by its written form.</summary>
    public Dictionary<string, double> MeanPairLosses() =>
        Pairs.ToDictionary(pair => pair.Key, pair => pair.Value.Loss / pair.Value.Recordings, StringComparer.Ordinal);

    /// <summary>Adds a batch.</summary>
    /// <param name="loss">Its loss.</param>
    /// <param name="recordings">Its recordings.</param>
    /// <returns>The new sums.</returns>
    public LossTotals Add(LossResult loss, int recordings)
    {
        var pairs = new Dictionary<string, PairTotals>(Pairs, StringComparer.Ordinal);
        foreach (var (pair, value) in loss.Pairs)
        {
            var before = pairs.GetValueOrDefault(pair.ToString()) ?? new PairTotals(0, 0);
            pairs[pair.ToString()] = new PairTotals(before.Recordings + recordings, before.Loss + (value * recordings));
        }

        return this with { Recordings = Recordings + recordings, Loss = Loss + (loss.Value * recordings), Pairs = pairs };
    }

    /// <summary>One pair's sums.</summary>
    /// <param name="Recordings">Recordings of the batches that allowed the pair.</param>
    /// <param name="Loss">The sum of those batches' losses, each times its recordings.</param>
    public sealed record PairTotals(long Recordings, double Loss);
}
