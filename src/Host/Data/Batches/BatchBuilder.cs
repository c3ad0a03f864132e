using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Modalities;
using TorchSharp;

namespace Mpuc.Host.Data.Batches;

/// <summary>Cuts the windows of a batch and stacks them.</summary>
/// <param name="sampler">Decides where the windows lie.</param>
internal sealed class BatchBuilder(SequenceStore store, IReadOnlyList<Modality> modalities, IWindowSampler sampler)
{
    /// <summary>Builds a batch.</summary>
    /// <returns>The batch, which the caller owns; a modality that none of the recordings has is there with no rows.</returns>
    /// <exception cref="MpucException">A sequence cannot be read, or the encoder's window breaks the contract.</exception>
    public WindowBatch Build(IReadOnlyList<UnlabelledRecording> recordings, CancellationToken cancellationToken)
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
            RecordingIds = [.. recordings.Select(recording => recording.Id)], Views = sampler.Views, Modalities = batches,
        };
    }

    private ModalityBatch Build(IReadOnlyList<UnlabelledRecording> recordings, Modality modality, CancellationToken cancellationToken)
    {
        int[] present = [.. Enumerable.Range(0, recordings.Count).Where(i => store.Duration(recordings[i], modality) is not null)];
        long[] shape = [modality.Encoder.WindowFrames(sampler.Seconds), .. store.FrameShape(modality)];
        var values = torch.empty([sampler.Views * present.Length, .. shape]);
        var (rows, lengths) = (new long[sampler.Views * present.Length], new long[sampler.Views * present.Length]);
        for (var i = 0; i < present.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var recording = recordings[present[i]];
            using var sequence = store.Read(recording, modality)!;
            for (var view = 0; view < sampler.Views; view++)
            {
                var row = (view * present.Length) + i;
                using var window = Cut(
                    sequence, modality, new TimeWindow(sampler.Start(recording, modality, view), sampler.Seconds), shape, recording.Id);
                using var place = values[row];
                place.copy_(window.Values);
                (rows[row], lengths[row]) = (((long)view * recordings.Count) + present[i], window.ValidLength);
            }
        }

        return new ModalityBatch(values, torch.tensor(lengths, torch.ScalarType.Int64), rows);
    }

    private static ModalityWindow Cut(ModalitySequence sequence, Modality modality, TimeWindow window, long[] shape, string recordingId)
    {
        // The shape is asked for inside, because a tensor that is disposed has none.
        var (cut, size) = EncoderFault.Guard(modality, recordingId, () =>
        {
            var made = modality.Encoder.Window(sequence, window);
            return (made, made.Values.shape);
        });
        return size.SequenceEqual(shape) && cut.ValidLength >= 1 && cut.ValidLength <= shape[0]
            ? cut
            : throw EncoderFault.Of(
                modality,
                $"its window has the shape {Shapes.Format(size)} and {cut.ValidLength} valid frames, "
                + $"not {Shapes.Format(shape)} with 1 to {shape[0]}.",
                recordingId);
    }
}
