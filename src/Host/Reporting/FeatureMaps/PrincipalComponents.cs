using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Reporting.FeatureMaps;

/// <summary>The directions of greatest variance (Pearson 1901), by the eigenvectors of the smaller of the two Gram matrices.</summary>
/// <param name="Scores">Rows on the directions, <c>[N][K]</c>, centred.</param>
/// <param name="Shares">Each direction's share of the whole variance, 0 to 1, falling.</param>
internal sealed record PrincipalComponents(double[][] Scores, double[] Shares)
{
    /// <summary>
    /// Finds directions. A direction's sign is that of its largest row, so that the same rows always give the same picture.
    /// </summary>
    /// <param name="rows"><c>[N, D]</c>, finite, N at least 2.</param>
    /// <param name="count">How many directions, at most; fewer where N - 1 or D are.</param>
    public static PrincipalComponents Of(Tensor rows, int count)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var centred = rows.to(ScalarType.Float64);
        centred = centred - centred.mean([0], keepdim: true);
        var (n, d) = (centred.shape[0], centred.shape[1]);
        var kept = (int)Math.Min(count, Math.Min(n - 1, d));

        // Rows times eigenvectors of X^T X, or, the same, eigenvectors of X X^T times the roots of their eigenvalues.
        var isWide = d > n;
        var gram = isWide ? centred.mm(centred.t()) : centred.t().mm(centred);
        var (values, vectors) = linalg.eigh(gram);
        var largest = values.flip(0).narrow(0, 0, kept).clamp_min(0);
        var directions = vectors.flip(1).narrow(1, 0, kept);
        var scores = isWide ? directions * largest.sqrt() : centred.mm(directions);
        var flat = scores.contiguous().data<double>().ToArray();
        var total = centred.square().sum().item<double>();
        var result = flat.Chunk(kept).ToArray();
        Orient(result);
        return new PrincipalComponents(result, [.. largest.data<double>().ToArray().Select(value => total > 0 ? value / total : 0)]);
    }

    private static void Orient(double[][] scores)
    {
        for (var column = 0; column < scores[0].Length; column++)
        {
            var place = column;
            if (scores.MaxBy(row => Math.Abs(row[place]))![place] < 0)
            {
                foreach (var row in scores)
                {
                    row[place] = -row[place];
                }
            }
        }
    }
}
