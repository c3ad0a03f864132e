using System.Diagnostics;
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
    public LossResult Compute(IReadOnlyList<ModalityEmbeddings> embeddings, int recordings, int views, IReadOnlyList<long>? labels = null)
    {
        var pairs = BatchPairs.Of(embeddings, recordings, views, labels, options);
        var (count, rows) = (embeddings.Count, (long)recordings * views);
        using var scope = NewDisposeScope();
        var stacked = stack([.. embeddings.Select(modality => Place(modality, rows))]);
        RefuseNonFinite(embeddings, stacked);

        var (positives, denominator) = Masks(count, recordings, views, labels, stacked.device);
        if (embeddings.Any(modality => modality.Rows.Count < rows))
        {
            var present = stack([.. embeddings.Select(modality => Presence(modality, rows))]).to(stacked.device);
            var both = present.unsqueeze(1) & present.unsqueeze(0);
            var usable = both.unsqueeze(3) & both.unsqueeze(2);
            (positives, denominator) = (positives & usable, denominator & usable);
        }

        var (losses, anchorCount) = PairLosses(stacked, positives, denominator, views);
        var weights = tensor(pairs.Weights, losses.dtype, losses.device).view_as(losses) * anchorCount.gt(0).to(losses.dtype);

        // Eq. 2: the average over all ordered pairs, weighted where the configuration says so.
        var total = (losses * weights).sum() / weights.sum();
        return pairs.Describe(total.MoveToOuterDisposeScope(), losses, weights);
    }

    /// <summary>Eq. 1 of every ordered pair.</summary>
    /// <param name="embeddings">z, <c>[M, R, D]</c>.</param>
    /// <param name="positives">Which rows j an anchor i is pulled towards, bool, <c>[M or 1, M or 1, R, R]</c>: m, n, i, j.</param>
    /// <returns>The losses, <c>[M, M]</c>, and how many anchors each averages.</returns>
    private (Tensor Losses, Tensor AnchorCount) PairLosses(Tensor embeddings, Tensor positives, Tensor denominator, int views)
    {
        // sim(z_i^m, z_j^n) / tau, with the cosine as similarity: one product for all modalities and rows, [M, M, R, R].
        var (count, rows) = (embeddings.shape[0], embeddings.shape[1]);
        var unit = nn.functional.normalize(embeddings, dim: 2).view(count * rows, -1);
        var logits = unit.mm(unit.t()).div_(options.Temperature).view(count, rows, count, rows).transpose(1, 2);

        // -log(exp(positive) / sum exp(denominator)) = log-sum-exp(denominator) - positive, summed over an anchor's positives. Rows that
        // are no anchors stay unmasked until the end, since the log-sum-exp of nothing has no gradient.
        var positiveCount = positives.sum(dim: 3).to(logits.dtype);
        var isAnchor = positiveCount.gt(0) & denominator.any(3);
        var logDenominator = logits.masked_fill(denominator.logical_not() & isAnchor.unsqueeze(3), double.NegativeInfinity).logsumexp(3);
        var attraction = logits.masked_fill(positives.logical_not(), 0).sum(dim: 3);
        var samples = ((positiveCount * logDenominator) - attraction).masked_fill(isAnchor.logical_not(), 0);

        // The mean over an anchor's positives; the released code divides by one more.
        samples /= (options.Variant == ObjectiveVariant.TwoView ? positiveCount + 1 : positiveCount).clamp_min(1);

        // The mean over the anchors, or their sum; where each view is a batch of its own, the mean of the views' sums.
        var anchorCount = isAnchor.sum(dim: 2).to(logits.dtype);
        var losses = samples.sum(dim: 2) / options.Reduction switch
        {
            LossReduction.Mean => anchorCount.clamp_min(1),
            LossReduction.Sum when IsBatchPerView => views,
            LossReduction.Sum => 1,
            _ => throw new UnreachableException(),
        };
        return (losses, anchorCount);
    }

    private bool IsBatchPerView => options.Variant is ObjectiveVariant.Paper or ObjectiveVariant.Clip;

    /// <summary>Which rows are positives and which stand in the denominator, missing rows not considered.</summary>
    private (Tensor Positives, Tensor Denominator) Masks(
        int modalities, int recordings, int views, IReadOnlyList<long>? labels, Device device)
    {
        var recording = arange(recordings, ScalarType.Int64, device).repeat(views);
        var view = arange(views, ScalarType.Int64, device).repeat_interleave(recordings);
        var sameRow = Same(arange((long)recordings * views, ScalarType.Int64, device));
        var otherRow = sameRow.logical_not();
        switch (options.Variant)
        {
            case ObjectiveVariant.Paper:
                return (sameRow, Same(view) & otherRow);
            case ObjectiveVariant.Clip:
                return (sameRow, Same(view));
            case ObjectiveVariant.TwoView:
                return (Same(recording) & otherRow, otherRow);
            case ObjectiveVariant.Supcon:
                // Within one modality an anchor is not its own positive.
                var other = (eye(modalities, modalities, ScalarType.Bool, device).view(modalities, modalities, 1, 1) & sameRow)
                    .logical_not();
                return (Same(tensor(labels!.ToArray(), ScalarType.Int64, device).repeat(views)) & other, other);
            default:
                throw new UnreachableException();
        }

        static Tensor Same(Tensor key) => key.unsqueeze(1).eq(key.unsqueeze(0)).unsqueeze(0).unsqueeze(0);
    }

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

    private static void RefuseNonFinite(IReadOnlyList<ModalityEmbeddings> embeddings, Tensor stacked)
    {
        if (!stacked.isfinite().all().item<bool>())
        {
            var wrong = embeddings.First(modality => !modality.Values.isfinite().all().item<bool>());
            throw new MpucException($"The modality '{wrong.Modality}' has an embedding that is not a finite number.");
        }
    }
}

/// <summary>The loss of one batch.</summary>
/// <param name="Total">Eq. 2, a scalar to differentiate; the receiver owns it.</param>
/// <param name="Value">The total as a number.</param>
/// <param name="Pairs">Eq. 1's loss of each ordered pair that the batch allows.</param>
public sealed record LossResult(torch.Tensor Total, double Value, IReadOnlyDictionary<ModalityPair, double> Pairs);

/// <summary>One modality's embeddings of a batch, after the projection head and before normalisation.</summary>
/// <param name="Modality">The modality's name.</param>
/// <param name="Values">Embeddings, <c>[R, D]</c>.</param>
/// <param name="Rows">For each of the R embeddings its row in the batch, <c>view * B + recording</c>.</param>
public sealed record ModalityEmbeddings(string Modality, torch.Tensor Values, IReadOnlyList<long> Rows);
