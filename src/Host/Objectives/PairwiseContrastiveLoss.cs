using Mpuc.Kernels;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Objectives;

/// <summary>
/// The modality-pairwise contrastive loss (paper, Eq. 1 and 2), over all ordered pairs of modalities in one matrix product.
/// </summary>
/// <remarks>
/// A batch has B recordings with V views (windows) each, R = V * B rows. What is compared with what:
/// <list type="bullet">
/// <item><see cref="ObjectiveVariant.Paper"/> and <see cref="ObjectiveVariant.Clip"/>: each view is a batch of its own (N = B), and the
/// loss is the mean over views; a recording's other views are neither positives nor negatives.</item>
/// <item><see cref="ObjectiveVariant.TwoView"/>: all R rows are one batch, a recording's other views in the other modality are its
/// positives, its own row is left out, and an anchor's loss is divided by the number of positives plus 1, as in the authors' released
/// code.</item>
/// <item><see cref="ObjectiveVariant.Supcon"/>: all R rows are one batch, and all rows of the same label are positives.</item>
/// </list>
/// A recording that lacks a modality is left out of the pairs that need it, as anchor and as negative. A pair with fewer than two
/// recordings in the batch is left out of Eq. 2's average.
/// </remarks>
/// <param name="options">The variant, the temperature, the reduction and the pairs' weights.</param>
public sealed class PairwiseContrastiveLoss(ObjectiveOptions options)
{
    /// <summary>Computes the loss of one batch.</summary>
    /// <param name="embeddings">Every modality's embeddings, each <c>[R_m, D]</c> of one type and on one device.</param>
    /// <param name="recordings">The number of recordings in the batch, B, at least 2.</param>
    /// <param name="views">The number of views, V.</param>
    /// <param name="labels">
    /// The recordings' classes, B of them, for <see cref="ObjectiveVariant.Supcon"/>; other variants read none.
    /// </param>
    /// <param name="share">
    /// This process's anchors where several processes compute the loss together, each with the embeddings of all; null for all anchors.
    /// </param>
    /// <returns>
    /// The loss, with every pair's part. Of a share, <see cref="ContrastiveLoss.Total"/> is the whole loss as well, with its gradient by the process's own rows.
    /// </returns>
    /// <exception cref="MpucException">
    /// The batch allows no pair, or an embedding is not finite; the message names the pair or the modality.
    /// </exception>
    public ContrastiveLoss Compute(
        IReadOnlyList<ModalityEmbeddings> embeddings, int recordings, int views, IReadOnlyList<long>? labels = null, AnchorShare? share = null)
    {
        Check(embeddings, recordings, views, labels);
        var pairs = Pairs(embeddings, recordings);
        var (count, rows, device) = (embeddings.Count, (long)recordings * views, embeddings[0].Values.device);
        using var scope = NewDisposeScope();
        var present = stack([.. embeddings.Select(modality => Presence(modality, rows))]).to(device);
        var stacked = stack([.. embeddings.Select(modality => Place(modality, rows))]);
        RefuseNonFinite(embeddings, stacked);

        // Which j an anchor i is pulled towards, and which stand in its denominator, as far as both modalities have both rows.
        var mine = share is null ? null : tensor(share.Rows.ToArray(), ScalarType.Int64, device);
        var (positives, denominator) = new ContrastiveComparisons(options.Variant, recordings, views, device).Masks(count, labels, mine);
        if (embeddings.Any(modality => modality.Rows.Count < rows))
        {
            var common = present.unsqueeze(1) & present.unsqueeze(0);
            var usable = (mine is null ? common : common.index_select(2, mine)).unsqueeze(3) & common.unsqueeze(2);
            (positives, denominator) = (positives & usable, denominator & usable);
        }

        var unit = nn.functional.normalize(stacked, dim: 2);
        if (share is null)
        {
            var (all, sums, weights) = Average(Samples(unit, positives, denominator), pairs, views);
            return Describe(all.MoveToOuterDisposeScope(), pairs, sums, weights);
        }

        var shared = new SharedContrast(unit, share, mine!, positives, denominator, options.Temperature);
        var samples = shared.Samples with { Sums = shared.Samples.Sums.requires_grad_(is_grad_enabled()) };
        var (total, losses, counted) = Average(samples, pairs, views);
        if (is_grad_enabled())
        {
            total = shared.Differentiable(total, autograd.grad([total], [samples.Sums])[0]);
        }

        return Describe(total.MoveToOuterDisposeScope(), pairs, losses, counted);
    }

    private AnchorSamples Samples(Tensor unit, Tensor positives, Tensor denominator)
    {
        var (modalities, rows) = (unit.shape[0], unit.shape[1]);
        var (positiveCount, isAnchor) = AnchorSamples.Count(positives, denominator, unit.dtype);
        if (FusedContrast.Supports(unit))
        {
            var fused = FusedContrast.Run(
                unit.view(modalities * rows, -1), positives, denominator, modalities, options.Temperature, options.IncludeSameModality);
            return new AnchorSamples(fused, positiveCount, isAnchor);
        }

        var logits = PlainContrast.Logits(unit, unit, options.Temperature);
        var logDenominator = PlainContrast.LogDenominator(logits, denominator, isAnchor);
        return new AnchorSamples(PlainContrast.Sums(logits, logDenominator, positives, isAnchor), positiveCount, isAnchor);
    }

    /// <summary>Averages samples to Eq. 2's total, with the pairs' losses and weights, <c>[M, M]</c>.</summary>
    private (Tensor Total, Tensor Losses, Tensor Weights) Average(AnchorSamples samples, List<(ModalityPair Pair, double Weight)> pairs, int views)
    {
        var anchorCount = samples.IsAnchor.sum(dim: 2).to(samples.Sums.dtype);
        var divisor = (options.Variant == ObjectiveVariant.TwoView ? samples.PositiveCount + 1 : samples.PositiveCount).clamp_min(1);
        var losses = Reduce(samples.Sums / divisor, anchorCount, views);

        // Eq. 2, the average over all ordered pairs, weighted where the configuration says so.
        var weights = tensor(pairs.Select(pair => pair.Weight).ToArray(), losses.dtype, losses.device).view_as(losses) * anchorCount.gt(0).to(losses.dtype);
        return ((losses * weights).sum() / weights.sum(), losses, weights);
    }

    /// <summary>From samples <c>[M, M, A]</c> to pairs <c>[M, M]</c>: the mean over anchors, or the sum over a batch's anchors.</summary>
    private Tensor Reduce(Tensor samples, Tensor anchorCount, int views) => options.Reduction switch
    {
        LossReduction.Mean => samples.sum(dim: 2) / anchorCount.clamp_min(1),
        _ when options.Variant is ObjectiveVariant.Paper or ObjectiveVariant.Clip => samples.sum(dim: 2) / views,
        _ => samples.sum(dim: 2),
    };

    private static Tensor Place(ModalityEmbeddings modality, long rows)
    {
        if (modality.Rows.Count == rows && modality.Rows.Index().All(row => row.Index == row.Item))
        {
            return modality.Values;
        }

        var empty = zeros([rows, modality.Values.shape[1]], modality.Values.dtype, modality.Values.device);
        return empty.index_copy(0, tensor(modality.Rows.ToArray(), ScalarType.Int64, modality.Values.device), modality.Values);
    }

    private static Tensor Presence(ModalityEmbeddings modality, long rows)
    {
        var present = new bool[rows];
        foreach (var row in modality.Rows)
        {
            present[row] = true;
        }

        return tensor(present);
    }

    private void Check(IReadOnlyList<ModalityEmbeddings> embeddings, int recordings, int views, IReadOnlyList<long>? labels)
    {
        options.CheckCounts([.. embeddings.Select(modality => modality.Modality)], views);
        if (recordings < 2)
        {
            throw new MpucException($"A contrastive loss compares at least 2 recordings with each other; this batch has {recordings}.");
        }

        if (options.Variant == ObjectiveVariant.Supcon && labels?.Count != recordings)
        {
            throw new MpucException("The objective 'supcon' needs a label of every recording; name it in 'data.label'.");
        }
    }

    private List<(ModalityPair Pair, double Weight)> Pairs(IReadOnlyList<ModalityEmbeddings> embeddings, int recordings)
    {
        var available = embeddings.ToDictionary(
            modality => modality.Modality, modality => modality.Rows.Select(row => row % recordings).ToHashSet());
        var pairs = new List<(ModalityPair Pair, double Weight)>();
        foreach (var pair in embeddings.SelectMany(m => embeddings.Select(n => new ModalityPair(m.Modality, n.Modality))))
        {
            var compared = pair.Anchor != pair.Candidate || options.IncludeSameModality;
            var enough = available[pair.Anchor].Count(available[pair.Candidate].Contains) >= 2;
            pairs.Add((pair, compared && enough ? options.PairWeights[pair] : 0));
        }

        return pairs.Any(pair => pair.Weight > 0) ? pairs : throw new MpucException(
            "No pair of modalities has two recordings in common in this batch: "
            + string.Join(", ", available.Select(modality => $"'{modality.Key}' has {modality.Value.Count} of {recordings}"))
            + "; larger batches or more complete recordings would be right.");
    }

    private static ContrastiveLoss Describe(Tensor total, List<(ModalityPair Pair, double Weight)> pairs, Tensor losses, Tensor weights)
    {
        var values = cat([losses.view(-1), total.view(1), weights.view(-1)]).detach().to(ScalarType.Float64).cpu().data<double>().ToArray();
        var counted = pairs.Index().Where(pair => values[pairs.Count + 1 + pair.Index] > 0);
        return new ContrastiveLoss(total, values[pairs.Count], counted.ToDictionary(pair => pair.Item.Pair, pair => values[pair.Index]));
    }

    private static void RefuseNonFinite(IReadOnlyList<ModalityEmbeddings> embeddings, Tensor stacked)
    {
        if (!stacked.isfinite().all().item<bool>())
        {
            var wrong = embeddings.First(modality => !modality.Values.isfinite().all().item<bool>());
            throw new MpucException($"The modality '{wrong.Modality}' has an embedding that is not a finite number.");
        }
    }
}
