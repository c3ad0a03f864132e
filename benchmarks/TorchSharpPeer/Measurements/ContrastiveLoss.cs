using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TorchSharpPeer.Measurements;

/// <summary>The pairwise contrastive loss, pair by pair.</summary>
internal static class ContrastiveLoss
{
    private const double Temperature = 0.07;

    /// <summary>The mean of a loss over all ordered pairs of modalities (paper, Eq. 2).</summary>
    /// <param name="embeddings">Embeddings by modality, <c>[R, size]</c>.</param>
    /// <param name="loss">The loss of anchors and candidates.</param>
    public static Tensor OverPairs(IReadOnlyList<Tensor> embeddings, Func<Tensor, Tensor, Tensor> loss)
    {
        var total = zeros([]);
        var pairs = 0;
        for (var m = 0; m < embeddings.Count; m++)
        {
            for (var n = 0; n < embeddings.Count; n++)
            {
                if (m != n)
                {
                    total = total + loss(embeddings[m], embeddings[n]);
                    pairs++;
                }
            }
        }

        return total / pairs;
    }

    /// <summary>Eq. 1 as printed: the denominator sums over the other recordings.</summary>
    public static Tensor Paper(Tensor anchors, Tensor candidates)
    {
        var similarities = Similarities(anchors, candidates);
        var others = 1 - eye(similarities.shape[0]);
        var denominators = (similarities.exp() * others).sum(1);
        return -(similarities.diagonal().exp() / denominators).log().mean();
    }

    /// <summary>The released code's: two views below each other, the positive is the other view, and the own row is left out.</summary>
    public static Tensor TwoViews(Tensor anchors, Tensor candidates)
    {
        var rows = anchors.shape[0];
        var similarities = Similarities(anchors, candidates);
        var others = 1 - eye(rows);
        var positives = eye(rows / 2).repeat(2, 2) * others;
        var logits = similarities - similarities.max(1, keepdim: true).values.detach();
        var logProbabilities = logits - (logits.exp() * others).sum(1, keepdim: true).log();
        return (-(positives * logProbabilities).sum(1) / (positives.sum(1) + 1)).mean();
    }

    private static Tensor Similarities(Tensor anchors, Tensor candidates) =>
        matmul(normalize(anchors, dim: 1), normalize(candidates, dim: 1).t()) / Temperature;
}
