using static TorchSharp.torch;

namespace Mpuc.Host.Objectives;

/// <summary>The samples of Eq. 1, before they are averaged.</summary>
/// <param name="Sums">For every anchor the sum over its positives, <c>[M, M, R]</c>: anchor's modality, candidate's modality, anchor's row; 0 where there is none.</param>
/// <param name="PositiveCount">How many positives those are, of a shape that expands to it.</param>
/// <param name="IsAnchor">Which rows have positives and a denominator, bool, likewise.</param>
internal sealed record AnchorSamples(Tensor Sums, Tensor PositiveCount, Tensor IsAnchor)
{
    /// <summary>Counts the positives of each anchor.</summary>
    /// <param name="positives">Which rows are positives, bool, <c>[M or 1, M or 1, A, R]</c>.</param>
    /// <param name="denominator">Which rows stand in the denominator, likewise.</param>
    /// <param name="type">The embeddings' type.</param>
    /// <returns>The counts and which rows are anchors, <c>[M or 1, M or 1, A]</c> each.</returns>
    public static (Tensor PositiveCount, Tensor IsAnchor) Count(Tensor positives, Tensor denominator, ScalarType type)
    {
        var count = positives.sum(dim: 3).to(type);
        return (count, count.gt(0) & denominator.any(3));
    }
}
