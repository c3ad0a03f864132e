using Mpuc.Host.Data;
using Mpuc.Host.Distributed;
using Mpuc.Host.Objectives;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>
/// The loss of a batch from the embeddings of this process's part of it: of the whole batch where there is one process, or where recordings are contrasted
/// with those of all processes; of each part by itself where they are not.
/// </summary>
internal sealed class BatchLoss
{
    // Up to so many embeddings it takes every process less time to compare all of them than to divide that and to tell the others what came of it.
    private const int FewEmbeddings = 512;

    private readonly PairwiseContrastiveLoss _objective;
    private readonly bool _isLocal;
    private readonly SupervisedLabels? _labels;
    private readonly IProcessGroup _group;
    private readonly EmbeddingGathering _gathering;

    public BatchLoss(MultimodalEncoder model, ObjectiveOptions objective, SupervisedLabels? labels, IProcessGroup group)
    {
        (_objective, _isLocal, _labels, _group) = (new PairwiseContrastiveLoss(objective), objective.LocalNegatives, labels, group);
        var names = model.Modalities.Select(modality => modality.Name).ToList();
        _gathering = new EmbeddingGathering(group, names, model.EmbeddingSize, model.parameters().First().device);
    }

    /// <summary>Computes the loss.</summary>
    /// <param name="embeddings">This process's embeddings.</param>
    /// <param name="batch">Its part of the batch.</param>
    /// <returns>
    /// The loss: the values are those of the whole batch, and the gradients of all processes' totals by the weights add up to the batch's.
    /// </returns>
    /// <exception cref="MpucException">The batch allows no pair, or an embedding is not finite.</exception>
    public ContrastiveLoss Of(IReadOnlyList<ModalityEmbeddings> embeddings, WindowBatch batch)
    {
        if (_group.Size == 1)
        {
            return _objective.Compute(embeddings, batch.RecordingIds.Count, batch.Views, _labels?.Of(batch.RecordingIds));
        }

        if (_isLocal)
        {
            return Local(embeddings, batch);
        }

        // What is gathered bears gradients by this process's own embeddings alone, so either way the loss has those.
        var all = _gathering.Gather(embeddings, batch);
        var share = all.Sum(modality => modality.Rows.Count) <= FewEmbeddings ? null : _gathering.Share(batch);
        return _objective.Compute(all, batch.WholeIds.Count, batch.Views, _labels?.Of(batch.WholeIds), share);
    }

    // The mean over the parts, each weighted by its recordings; a process without recordings adds nothing.
    private ContrastiveLoss Local(IReadOnlyList<ModalityEmbeddings> embeddings, WindowBatch batch)
    {
        var weight = (double)batch.RecordingIds.Count / batch.WholeIds.Count;
        var own = weight == 0 ? null : _objective.Compute(embeddings, batch.RecordingIds.Count, batch.Views, _labels?.Of(batch.RecordingIds));
        var pairs = _gathering.Pairs();
        double[] values =
        [
            weight * (own?.Value ?? 0),
            .. pairs.Select(pair => weight * (own?.Pairs.GetValueOrDefault(pair) ?? 0)),
            .. pairs.Select(pair => own?.Pairs.ContainsKey(pair) == true ? weight : 0),
        ];
        using var sums = tensor(values);
        _group.Sum(sums);
        values = sums.data<double>().ToArray();
        var total = own is null ? zeros(1, requires_grad: is_grad_enabled()).sum() : own.Total * weight;
        return new ContrastiveLoss(
            total,
            values[0],
            pairs.Index().Where(pair => values[1 + pairs.Count + pair.Index] > 0)
                .ToDictionary(pair => pair.Item, pair => values[1 + pair.Index] / values[1 + pairs.Count + pair.Index]));
    }
}
