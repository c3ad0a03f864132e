using System.Globalization;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Data.Batches;

/// <summary>
/// Draws shuffled batches of recordings with random windows of each (paper, Sec. III-D), prepared ahead by worker threads. What is drawn
/// depends on the seed, the epoch and the recordings' ids alone, not on the number of workers or the platform.
/// </summary>
/// <param name="recordings">The recordings to draw from, at least 1.</param>
/// <param name="store">Holds their sequences.</param>
/// <param name="modalities">The modalities to draw windows of, some or all of the store's.</param>
/// <param name="window">The windows' length, number and synchrony.</param>
/// <param name="batchSize">
/// Recordings per batch, at least 1. A last batch of one recording, which could not be contrasted, joins the batch before it.
/// </param>
/// <param name="seed">Decides order and windows.</param>
/// <param name="workers">How many batches are prepared at once, at least 1.</param>
/// <param name="composition">Which recordings a batch brings together; by group, every group needs two recordings at least.</param>
public sealed class BatchLoader(
    IReadOnlyList<UnlabelledRecording> recordings,
    SequenceStore store,
    IReadOnlyList<Modality> modalities,
    WindowOptions window,
    int batchSize,
    int seed,
    int workers = 1,
    BatchComposition composition = BatchComposition.Shuffled)
{
    private readonly RecordingSpan _span = new(store, modalities, window.Seconds);

    // What is shuffled and divided apart from the rest.
    private readonly List<List<UnlabelledRecording>> _pools = composition == BatchComposition.Group
        ? [.. recordings.GroupBy(recording => recording.Group, StringComparer.Ordinal).Select(group => group.ToList())]
        : [[.. recordings]];

    /// <summary>The number of batches in every epoch.</summary>
    public int BatchesPerEpoch => _pools.Sum(pool => BatchPlan.Count(pool.Count, batchSize));

    /// <summary>
    /// One pass over the recordings in the epoch's order. The consumer disposes each batch; those it never takes are disposed here.
    /// </summary>
    /// <param name="epoch">The epoch's number.</param>
    /// <param name="cancellationToken">Ends the epoch with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The batches.</returns>
    /// <exception cref="MpucException">A sequence cannot be read or cut.</exception>
    public IEnumerable<WindowBatch> Epoch(int epoch, CancellationToken cancellationToken = default)
    {
        var number = epoch.ToString(CultureInfo.InvariantCulture);
        var batches = _pools.SelectMany(pool => BatchPlan.Chunk([.. InOrderOf("order", pool, recording => recording.Id)], batchSize));
        if (_pools.Count > 1)
        {
            batches = InOrderOf("batches", batches, batch => batch[0].Id);
        }

        var builder = new BatchBuilder(store, modalities, new RandomWindows(_span, window, seed, epoch));
        return BatchPrefetcher.Run(batches, builder.Build, workers + 1, cancellationToken);

        IEnumerable<T> InOrderOf<T>(string purpose, IEnumerable<T> items, Func<T, string> id) => items
            .OrderBy(item => StableRandom.For(seed, purpose, number, id(item)).NextBits())
            .ThenBy(id, StringComparer.Ordinal);
    }
}

/// <summary>Which recordings a training batch brings together, and so which ones tell each other apart.</summary>
public enum BatchComposition
{
    /// <summary>Any recordings, in a new order every epoch (paper, Sec. III-D).</summary>
    Shuffled,

    /// <summary>
    /// Recordings of one group (actor, speaker) at a time: what all recordings of a group share cannot tell a pair from its negatives, so
    /// the encoders have no use for it.
    /// </summary>
    Group,
}
