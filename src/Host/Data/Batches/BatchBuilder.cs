using Mpuc.Host.Distributed;
using Mpuc.Host.Plugins;
using TorchSharp;

namespace Mpuc.Host.Data;

/// <summary>Cuts the windows of a batch and stacks them.</summary>
/// <param name="store">Holds the sequences.</param>
/// <param name="modalities">The modalities to cut windows of.</param>
/// <param name="sampler">Decides where the windows lie.</param>
internal sealed class BatchBuilder(SequenceStore store, IReadOnlyList<Modality> modalities, IWindowSampler sampler)
{
    /// <summary>Builds a process's part of a batch.</summary>
    /// <param name="recordings">The whole batch's recordings.</param>
    /// <param name="place">The process's place.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The part, which the caller owns.</returns>
    /// <exception cref="MpucException">A sequence cannot be read, or the encoder's window breaks the contract.</exception>
    public WindowBatch Build(IReadOnlyList<UnlabelledRecording> recordings, ProcessPlace place, CancellationToken cancellationToken)
    {
        var (start, count) = place.PartOf(recordings.Count);
        return Build([.. recordings.Skip(start).Take(count)], [.. recordings.Select(recording => recording.Id)], cancellationToken);
    }

    /// <summary>Builds a batch.</summary>
    /// <param name="recordings">The batch's recordings.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The batch, which the caller owns; a modality that none of the recordings has is there with no rows.</returns>
    /// <exception cref="MpucException">A sequence cannot be read, or the encoder's window breaks the contract.</exception>
    public WindowBatch Build(IReadOnlyList<UnlabelledRecording> recordings, CancellationToken cancellationToken) =>
        Build(recordings, [.. recordings.Select(recording => recording.Id)], cancellationToken);

    private WindowBatch Build(IReadOnlyList<UnlabelledRecording> recordings, IReadOnlyList<string> wholeIds, CancellationToken cancellationToken)
    {
        // Whatever an exception leaves behind, tensors of the plugin's included, goes with the scope.
        using var scope = torch.NewDisposeScope();
        var batches = modalities.ToDictionary(
            modality => modality.Name, modality => Build(recordings, modality, cancellationToken), StringComparer.Ordinal);
        foreach (var batch in batches.Values)
        {
            batch.Values.MoveToOuterDisposeScope();
            batch.Lengths.MoveToOuterDisposeScope();
        }

        return new WindowBatch
        {
            RecordingIds = [.. recordings.Select(recording => recording.Id)], WholeIds = wholeIds, Views = sampler.Views, Modalities = batches,
        };
    }

    private ModalityBatch Build(IReadOnlyList<UnlabelledRecording> recordings, Modality modality, CancellationToken cancellationToken)
    {
        var frames = modality.Encoder.WindowFrames(sampler.Seconds);
        var rows = new SortedList<long, ModalityWindow>();
        for (var i = 0; i < recordings.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var sequence = store.Read(recordings[i], modality);
            for (var view = 0; sequence is not null && view < sampler.Views; view++)
            {
                var window = new TimeWindow(sampler.Start(recordings[i], modality, view), sampler.Seconds);
                rows.Add(((long)view * recordings.Count) + i, Cut(sequence, modality, window, frames, recordings[i].Id));
            }
        }

        var values = rows.Count == 0
            ? torch.zeros([0, frames, .. store.FrameShape(modality)])
            : torch.stack([.. rows.Values.Select(window => window.Values)]);
        var lengths = torch.tensor(rows.Values.Select(window => window.ValidLength).ToArray(), torch.ScalarType.Int64);
        return new ModalityBatch(values, lengths, [.. rows.Keys]);
    }

    private ModalityWindow Cut(ModalitySequence sequence, Modality modality, TimeWindow window, int frames, string recordingId)
    {
        var cut = EncoderFault.Guard(modality, recordingId, () => modality.Encoder.Window(sequence, window));
        long[] expected = [frames, .. store.FrameShape(modality)];
        return cut.Values.shape.SequenceEqual(expected) && cut.ValidLength >= 1 && cut.ValidLength <= frames
            ? cut
            : throw EncoderFault.Of(
                modality,
                $"its window has the shape {Shapes.Format(cut.Values.shape)} and {cut.ValidLength} valid frames, "
                + $"not {Shapes.Format(expected)} with 1 to {frames}.",
                recordingId);
    }
}
