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
    /// <returns>
    /// The embeddings of all processes, with rows of the whole batch, of which its own bear gradients; modalities that no recording has are left out.
    /// </returns>
    public IReadOnlyList<ModalityEmbeddings> Gather(IReadOnlyList<ModalityEmbeddings> own, WindowBatch batch)
    {
        // A column more says whether the row is there.
        var whole = Whole(Block(own, batch.RecordingIds.Count, batch.Views, Most(batch)), batch);
        var present = whole.detach().select(2, size).cpu();
        return [.. modalities.Index().Select(modality => Select(modality.Item, whole[modality.Index], present[modality.Index])).OfType<ModalityEmbeddings>()];
    }

    /// <summary>This process's part of the loss.</summary>
    /// <param name="batch">Its part of the batch.</param>
    /// <returns>The part.</returns>
    public AnchorShare Share(WindowBatch batch)
    {
        var ((start, count), (recordings, views)) = (ProcessPlace.In(group).PartOf(batch.WholeIds.Count), (batch.WholeIds.Count, batch.Views));
        long[] rows = [.. from view in Enumerable.Range(0, views) from recording in Enumerable.Range(start, count) select ((long)view * recordings) + recording];
        return new AnchorShare(rows, Gather);

        Tensor Gather(Tensor values)
        {
            var most = Most(batch);
            var slots = Slots([.. Enumerable.Range(0, rows.Length).Select(row => (long)row)], count, most);
            return Whole(zeros([values.shape[0], views * most], values.dtype, device).index_copy(1, slots, values), batch);
        }
    }

    /// <summary>All ordered pairs of the modalities.</summary>
    public IReadOnlyList<ModalityPair> Pairs() => [.. from m in modalities from n in modalities select new ModalityPair(m, n)];

    // Every process sends as many recordings, those of the largest part.
    private int Most(WindowBatch batch) => Parts(batch).Max(part => part.Count);

    private IReadOnlyList<(int Start, int Count)> Parts(WindowBatch batch) =>
        [.. Enumerable.Range(0, group.Size).Select(rank => new ProcessPlace(rank, group.Size).PartOf(batch.WholeIds.Count))];

    // From [K, V * most, ...] of each process to [K, V * B, ...], in the order of the whole batch.
    private Tensor Whole(Tensor block, WindowBatch batch)
    {
        var (recordings, views, parts) = (batch.WholeIds.Count, batch.Views, Parts(batch));
        var most = Most(batch);
        var places = new long[views * recordings];
        foreach (var (rank, part) in parts.Index())
        {
            for (var row = 0; row < views * part.Count; row++)
            {
                var (view, recording) = (row / part.Count, row % part.Count);
                places[(view * recordings) + part.Start + recording] = (((long)rank * views) + view) * most + recording;
            }
        }

        var everyone = group.Gather(block).transpose(0, 1).flatten(1, 2);
        return everyone.index_select(1, tensor(places, ScalarType.Int64, device));
    }

    // Where rows of this process's recordings stand among V * most.
    private Tensor Slots(IReadOnlyList<long> rows, int recordings, int most) =>
        tensor(rows.Select(row => (row / recordings * most) + (row % recordings)).ToArray(), ScalarType.Int64, device);

    private Tensor Block(IReadOnlyList<ModalityEmbeddings> own, int recordings, int views, int most)
    {
        // A process of which nothing is computed can run backward as well.
        var empty = zeros([views * most, size + 1], ScalarType.Float32, device, requires_grad: is_grad_enabled());
        return stack([.. modalities.Select(name => own.FirstOrDefault(modality => modality.Modality == name) is { } modality ? Place(modality) : empty)]);

        Tensor Place(ModalityEmbeddings modality)
        {
            var values = cat([modality.Values, ones([modality.Rows.Count, 1], ScalarType.Float32, device)], 1);
            return empty.index_copy(0, Slots(modality.Rows, recordings, most), values);
        }
    }

    private ModalityEmbeddings? Select(string name, Tensor whole, Tensor present)
    {
        long[] rows = [.. present.data<float>().Index().Where(row => row.Item > 0).Select(row => (long)row.Index)];
        if (rows.Length == 0)
        {
            return null;
        }

        var values = whole.narrow(1, 0, size);
        return new ModalityEmbeddings(name, rows.Length == whole.shape[0] ? values : values.index_select(0, tensor(rows, ScalarType.Int64, device)), rows);
    }
}
