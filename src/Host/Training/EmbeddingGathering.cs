using Mpuc.Host.Data;
using Mpuc.Host.Distributed;
using Mpuc.Host.Objectives;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>Brings the embeddings of a batch together that several processes share, with gradients, so that every recording is contrasted with all others.</summary>
/// <param name="group">The processes.</param>
/// <param name="modalities">The modalities' names, in the configuration's order.</param>
/// <param name="size">The embeddings' size, D.</param>
/// <param name="device">Where they are.</param>
internal sealed class EmbeddingGathering(IProcessGroup group, IReadOnlyList<string> modalities, long size, Device device)
{
    /// <summary>Gathers embeddings, in one collective call.</summary>
    /// <param name="own">This process's embeddings, with rows of its own part.</param>
    /// <param name="batch">Its part of the batch.</param>
    /// <returns>The embeddings of all processes, with rows of the whole batch; modalities that no recording has are left out.</returns>
    public IReadOnlyList<ModalityEmbeddings> Gather(IReadOnlyList<ModalityEmbeddings> own, WindowBatch batch)
    {
        // Every process sends as many rows, those of the largest part, with a column more that says whether the row is there.
        var (recordings, views) = (batch.WholeIds.Count, batch.Views);
        var parts = Enumerable.Range(0, group.Size).Select(rank => new ProcessPlace(rank, group.Size).PartOf(recordings)).ToList();
        var most = parts.Max(part => part.Count);
        var block = Block(own, batch.RecordingIds.Count, views, most);

        // From [N, M, V * most, D + 1] to [M, V * B, D + 1], in the order of the whole batch.
        var everyone = group.Gather(block).transpose(0, 1).reshape(modalities.Count, -1, size + 1);
        var places = new long[views * recordings];
        foreach (var (rank, part) in parts.Index())
        {
            for (var row = 0; row < views * part.Count; row++)
            {
                var (view, recording) = (row / part.Count, row % part.Count);
                places[(view * recordings) + part.Start + recording] = (((long)rank * views) + view) * most + recording;
            }
        }

        var whole = everyone.index_select(1, tensor(places, ScalarType.Int64, device));
        var present = whole.detach().select(2, size).cpu();
        return [.. modalities.Index().Select(modality => Select(modality.Item, whole[modality.Index], present[modality.Index])).OfType<ModalityEmbeddings>()];
    }

    /// <summary>This process's rows of the whole batch.</summary>
    /// <param name="batch">Its part of the batch.</param>
    /// <returns>Rows, ascending.</returns>
    public IReadOnlyList<long> OwnRows(WindowBatch batch)
    {
        var (start, count) = ProcessPlace.In(group).PartOf(batch.WholeIds.Count);
        return [.. from view in Enumerable.Range(0, batch.Views) from recording in Enumerable.Range(start, count) select ((long)view * batch.WholeIds.Count) + recording];
    }

    /// <summary>All ordered pairs of the modalities.</summary>
    public IReadOnlyList<ModalityPair> Pairs() => [.. from m in modalities from n in modalities select new ModalityPair(m, n)];

    private Tensor Block(IReadOnlyList<ModalityEmbeddings> own, int recordings, int views, int most)
    {
        // All processes must take part in the backward pass, so the block requires a gradient even where nothing of it is computed.
        var empty = zeros([views * most, size + 1], ScalarType.Float32, device, requires_grad: is_grad_enabled());
        return stack([.. modalities.Select(name => own.FirstOrDefault(modality => modality.Modality == name) is { } modality ? Place(modality) : empty)]);

        Tensor Place(ModalityEmbeddings modality)
        {
            var rows = modality.Rows.Select(row => (row / recordings * most) + (row % recordings)).ToArray();
            var values = cat([modality.Values, ones([rows.Length, 1], ScalarType.Float32, device)], 1);
            return empty.index_copy(0, tensor(rows, ScalarType.Int64, device), values);
        }
    }

    private ModalityEmbeddings? Select(string name, Tensor whole, Tensor present)
    {
        long[] rows = [.. present.data<float>().Index().Where(row => row.Item > 0).Select(row => (long)row.Index)];
        return rows.Length == 0
            ? null
            : new ModalityEmbeddings(name, whole.narrow(1, 0, size).index_select(0, tensor(rows, ScalarType.Int64, device)), rows);
    }
}
