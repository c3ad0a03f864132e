using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Modalities;
using Mpuc.Host.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Evaluation;

/// <summary>Turns recordings into one row of features per modality.</summary>
internal static class FeatureExtractor
{
    /// <summary>Encodes recordings' evaluation windows.</summary>
    /// <returns>One row per recording; NaN where it lacks the modality.</returns>
    public static FeatureTable Extract(MultimodalEncoder model, EvaluationWindows windows, CancellationToken cancellationToken) =>
        Extract(windows.Batches(cancellationToken), model.Features, [.. model.Modalities.Select(modality => modality.Name)]);

    /// <summary>
    /// Encodes evaluation windows, the features before the projection head (paper, Fig. 1), and averages each recording's windows.
    /// </summary>
    /// <param name="encode">
    /// A batch to features <c>[R, 512]</c> by modality, R as in <see cref="ModalityBatch.Rows"/>; encoders in evaluation mode.
    /// </param>
    /// <param name="rowsOf">The rows of a batch that have features; null for those of each modality.</param>
    /// <returns>One row per recording; NaN where it lacks the modality.</returns>
    public static FeatureTable Extract(
        IEnumerable<WindowBatch> windows,
        Func<WindowBatch, IReadOnlyDictionary<string, Tensor>> encode,
        IReadOnlyList<string> modalities,
        Func<WindowBatch, IReadOnlyList<long>>? rowsOf = null)
    {
        var ids = new List<string>();
        var parts = modalities.ToDictionary(name => name, _ => new List<Tensor>(), StringComparer.Ordinal);
        using var noGrad = no_grad();
        foreach (var batch in windows)
        {
            using (batch)
            {
                using var scope = NewDisposeScope();
                ids.AddRange(batch.RecordingIds);
                var features = encode(batch);
                foreach (var name in modalities)
                {
                    var rows = rowsOf is not null ? rowsOf(batch) : batch.Modalities.TryGetValue(name, out var window) ? window.Rows : [];
                    parts[name].Add(MeanOverViews(features[name], rows, batch.RecordingIds.Count).MoveToOuterDisposeScope());
                }
            }
        }

        return new FeatureTable(ids, modalities.ToDictionary(name => name, name => Join(parts[name]), StringComparer.Ordinal));
    }

    /// <summary>
    /// The comparison without any encoder: each modality's mean and deviation over time, the mean alone where there is no time axis.
    /// </summary>
    /// <returns>One row per recording; NaN where it lacks the modality.</returns>
    public static FeatureTable Pool(IReadOnlyList<UnlabelledRecording> recordings, SequenceStore store) => new(
        [.. recordings.Select(recording => recording.Id)],
        store.Modalities.ToDictionary(modality => modality.Name, modality => Pool(recordings, store, modality), StringComparer.Ordinal));

    private static Tensor Pool(IReadOnlyList<UnlabelledRecording> recordings, SequenceStore store, Modality modality)
    {
        var rows = new List<Tensor?>();
        foreach (var recording in recordings)
        {
            using var sequence = store.Read(recording, modality);
            rows.Add(sequence is null ? null : Pool(sequence));
        }

        var shape = rows.First(row => row is not null)!.shape;
        return Join([.. rows.Select(row => row ?? full(shape, float.NaN))]);
    }

    private static Tensor Pool(ModalitySequence sequence)
    {
        using var scope = NewDisposeScope();
        var frames = sequence.Values.flatten(1);
        var mean = frames.mean([0]);
        var pooled = sequence.FrameRate == 0 ? mean : cat([mean, (frames - mean).square().mean([0]).sqrt()]);
        return pooled.unsqueeze(0).MoveToOuterDisposeScope();
    }

    private static Tensor MeanOverViews(Tensor features, IReadOnlyList<long> rows, int recordings)
    {
        var recordingOfRow = tensor(rows.Select(row => row % recordings).ToArray(), ScalarType.Int64);
        var sum = zeros(recordings, features.shape[1]).index_add_(0, recordingOfRow, features.cpu(), 1);
        var count = zeros(recordings).index_add_(0, recordingOfRow, ones(rows.Count), 1);
        return sum / count.unsqueeze(1);
    }

    private static Tensor Join(List<Tensor> parts)
    {
        var joined = cat(parts, 0);
        parts.ForEach(part => part.Dispose());
        return joined;
    }
}
