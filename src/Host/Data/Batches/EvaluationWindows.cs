using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Data.Batches;

/// <summary>Windows for feature extraction: the same every time, spread evenly over each recording, in the recordings' order.</summary>
/// <param name="recordings">The recordings.</param>
/// <param name="store">Holds their sequences.</param>
/// <param name="modalities">The modalities to cut windows of, some or all of the store's.</param>
/// <param name="seconds">A window's length in seconds, above 0.</param>
/// <param name="windows">
/// Windows per recording, at least 1: one is centred, several run from the recording's start to its end. They are the views of the batch,
/// so the row of window v of recording b is <c>v * B + b</c>.
/// </param>
/// <param name="batchSize">Recordings per batch, at least 1.</param>
/// <param name="workers">How many batches are prepared at once, at least 1.</param>
public sealed class EvaluationWindows(
    IReadOnlyList<UnlabelledRecording> recordings,
    SequenceStore store,
    IReadOnlyList<Modality> modalities,
    double seconds,
    int windows,
    int batchSize,
    int workers = 1)
{
    /// <summary>One pass over the recordings. The consumer disposes each batch; those it never takes are disposed here.</summary>
    /// <param name="cancellationToken">Ends the pass with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The batches.</returns>
    /// <exception cref="MpucException">A sequence cannot be read or cut.</exception>
    public IEnumerable<WindowBatch> Batches(CancellationToken cancellationToken = default)
    {
        var builder = new BatchBuilder(store, modalities, new EvenWindows(new RecordingSpan(store, modalities, seconds), seconds, windows));
        return BatchPrefetcher.Run(recordings.Chunk(batchSize), builder.Build, workers + 1, cancellationToken);
    }
}
