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
    /// <returns>The loss, with every pair's part.</returns>
    /// <exception cref="MpucException">
    /// The batch allows no pair, or an embedding is not finite; the message names the pair or the modality.
    /// </exception>
    public ContrastiveLoss Compute(
        IReadOnlyList<ModalityEmbeddings> embeddings, int recordings, int views, IReadOnlyList<long>? labels = null)
    {
        Check(embeddings, recordings, views, labels);
        var pairs = Pairs(embeddings, recordings);
        var (count, rows, device) = (embeddings.Count, (long)recordings * views, embeddings[0].Values.device);
        using var scope = NewDisposeScope();
        var present = stack([.. embeddings.Select(modality => Presence(modality, rows))]).to(device);
        var stacked = stack([.. embeddings.Select(modality => Place(modality, rows))]);
        RefuseNonFinite(embeddings, stacked);

        // Which j an anchor i is pulled towards, and which stand in its denominator, as far as both modalities have both rows.
        var (positives, denominator) = Comparisons(count, recordings, views, labels, device);
        if (embeddings.Any(modality => modality.Rows.Count < rows))
        {
            var common = present.unsqueeze(1) & present.unsqueeze(0);
            var usable = common.unsqueeze(3) & common.unsqueeze(2);
            (positives, denominator) = (positives & usable, denominator & usable);
        }

        var positiveCount = positives.sum(dim: 3).to(stacked.dtype);
        var anchors = positiveCount.gt(0) & denominator.any(3);

        // Eq. 1: -log(exp(positive) / sum exp(denominator)) = log-sum-exp(denominator) - positive, averaged over an anchor's positives.
        var unit = nn.functional.normalize(stacked, dim: 2).view(count * rows, -1);
        var sums = FusedContrast.Supports(unit)
            ? FusedContrast.Run(unit, positives, denominator, count, options.Temperature)
            : Contrast(unit, positives, denominator, anchors, count);
        var divisor = (options.Variant == ObjectiveVariant.TwoView ? positiveCount + 1 : positiveCount).clamp_min(1);
        var samples = sums / divisor;
        var losses = Reduce(samples, anchors, views);

        // Eq. 2, the average over all ordered pairs, weighted where the configuration says so.
        var weights = tensor(pairs.Select(pair => pair.Weight).ToArray(), samples.dtype, device).view(count, count);
        weights *= anchors.any(2).to(samples.dtype);
        var total = (losses * weights).sum() / weights.sum();
        return Describe(total.MoveToOuterDisposeScope(), pairs, losses, weights);
    }

    /// <summary>
    /// Which rows are positives and which stand in the denominator, <c>[M or 1, M or 1, R, R]</c> each, missing rows not considered.
    /// </summary>
    private (Tensor Positives, Tensor Denominator) Comparisons(
        int count, int recordings, int views, IReadOnlyList<long>? labels, Device device)
    {
        var rows = (long)recordings * views;
        var recording = arange(recordings, ScalarType.Int64, device).repeat(views);
        var view = arange(views, ScalarType.Int64, device).repeat_interleave(recordings);
        var sameRow = eye(rows, rows, ScalarType.Bool, device).view(1, 1, rows, rows);
        var otherRow = sameRow.logical_not();
        switch (options.Variant)
        {
            case ObjectiveVariant.Paper:
                return (sameRow, Same(view) & otherRow);
            case ObjectiveVariant.Clip:
                return (sameRow, Same(view));
            case ObjectiveVariant.TwoView:
                return (Same(recording) & otherRow, otherRow);
            default:
                // Within one modality an anchor is not its own positive.
                var itself = eye(count, count, ScalarType.Bool, device).view(count, count, 1, 1) & sameRow;
                var label = tensor(labels!.ToArray(), ScalarType.Int64, device).repeat(views);
                return (Same(label) & itself.logical_not(), itself.logical_not());
        }
    }

    /// <summary>What <see cref="FusedContrast"/> computes, in libtorch's own operators.</summary>
    private Tensor Contrast(Tensor unit, Tensor positives, Tensor denominator, Tensor anchors, long count)
    {
        // sim(z_i^m, z_j^n) / tau for all m, n, i, j at once: [M, M, R, R].
        var rows = unit.shape[0] / count;
        var logits = unit.matmul(unit.transpose(0, 1)).div(options.Temperature).view(count, rows, count, rows).transpose(1, 2);

        // The rows of non-anchors stay unmasked, since the log-sum-exp of nothing has no gradient.
        var logDenominator = logits.masked_fill(denominator.logical_not() & anchors.unsqueeze(3), double.NegativeInfinity).logsumexp(3);
        var attraction = logits.masked_fill(positives.logical_not(), 0).sum(dim: 3);
        return ((positives.sum(dim: 3) * logDenominator) - attraction).masked_fill(anchors.logical_not(), 0);
    }

    private static Tensor Same(Tensor key) => key.unsqueeze(1).eq(key.unsqueeze(0)).unsqueeze(0).unsqueeze(0);

    /// <summary>From samples <c>[M, M, R]</c> to pairs <c>[M, M]</c>: the mean over anchors, or the sum over a batch's anchors.</summary>
    private Tensor Reduce(Tensor samples, Tensor anchors, int views) => options.Reduction switch
    {
        LossReduction.Mean => samples.sum(dim: 2) / anchors.sum(dim: 2).to(samples.dtype).clamp_min(1),
        _ when options.Variant is ObjectiveVariant.Paper or ObjectiveVariant.Clip => samples.sum(dim: 2) / views,
        _ => samples.sum(dim: 2),
    };

    private static Tensor Place(ModalityEmbeddings modality, long rows)
    {
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
        var values = cat([losses.view(-1), weights.view(-1), total.view(1)]).detach().to(ScalarType.Float64).cpu().data<double>().ToArray();
        var counted = pairs.Index().Where(pair => values[pairs.Count + pair.Index] > 0);
        return new ContrastiveLoss(total, values[^1], counted.ToDictionary(pair => pair.Item.Pair, pair => values[pair.Index]));
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
