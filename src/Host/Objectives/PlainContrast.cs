using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Objectives;

/// <summary>The part of the loss that is quadratic in the batch, in libtorch's own operators, of some anchors or of all.</summary>
internal static class PlainContrast
{
    /// <summary>Similarities of all modalities' anchors to all rows at once, sim(z_i^m, z_j^n) / tau of Eq. 1.</summary>
    /// <param name="anchors">Unit embeddings of the anchors, <c>[M, A, D]</c>.</param>
    /// <param name="unit">Unit embeddings of all rows, <c>[M, R, D]</c>.</param>
    /// <param name="temperature">tau.</param>
    /// <returns>Logits, <c>[M, M, A, R]</c>.</returns>
    public static Tensor Logits(Tensor anchors, Tensor unit, double temperature)
    {
        var (count, rows, size) = (unit.shape[0], unit.shape[1], unit.shape[2]);
        var products = anchors.reshape(-1, size).matmul(unit.view(count * rows, size).transpose(0, 1));
        return products.div(temperature).view(count, anchors.shape[1], count, rows).transpose(1, 2);
    }

    /// <summary>The logarithm of Eq. 1's denominator.</summary>
    /// <returns><c>[M, M, A]</c>; of no meaning for rows that are no anchors, which stay unmasked, since the log-sum-exp of nothing has no gradient.</returns>
    public static Tensor LogDenominator(Tensor logits, Tensor denominator, Tensor isAnchor) =>
        logits.masked_fill(denominator.logical_not() & isAnchor.unsqueeze(3), double.NegativeInfinity).logsumexp(3);

    /// <summary>Eq. 1: -log(exp(positive) / sum exp(denominator)) = log-sum-exp(denominator) - positive, summed over an anchor's positives.</summary>
    /// <returns><c>[M, M, A]</c>.</returns>
    public static Tensor Sums(Tensor logits, Tensor logDenominator, Tensor positives, Tensor isAnchor)
    {
        var attraction = logits.masked_fill(positives.logical_not(), 0).sum(dim: 3);
        return ((positives.sum(dim: 3) * logDenominator) - attraction).masked_fill(isAnchor.logical_not(), 0);
    }
}
