using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mpuc.Torch.Tests.Golden;

internal sealed class LossGoldenTests
{
    private static readonly GoldenFile Golden = new("losses.safetensors");

    private static readonly Dictionary<string, Func<Reduction, Tensor[], Tensor>> Losses = new()
    {
        ["cross_entropy"] = (r, x) => CrossEntropyLoss(reduction: r).call(x[0], x[1]),
        ["cross_entropy_weighted"] = (r, x) => new TorchSharp.Modules.CrossEntropyLoss(x[2], 0, r, 0.1).call(x[0], x[1]),
        ["cross_entropy_dense"] = (r, x) => functional.cross_entropy(x[0], x[1], reduction: r),
        ["cross_entropy_probabilities"] = (r, x) => functional.cross_entropy(x[0], x[1], reduction: r, label_smoothing: 0.2),
        ["nll_loss"] = (r, x) => NLLLoss(x[2], r).call(x[0], x[1]),
        ["binary_cross_entropy"] = (r, x) => BCELoss(x[2], r).call(x[0], x[1]),
        ["binary_cross_entropy_with_logits"] = (r, x) => BCEWithLogitsLoss(x[2], r, x[3]).call(x[0], x[1]),
        ["kl_div"] = (r, x) => KLDivLoss(log_target: false, r).call(x[0], x[1]),
        ["kl_div_log"] = (r, x) => KLDivLoss(reduction: r).call(x[0], x[1]),
        ["soft_margin_loss"] = (r, x) => SoftMarginLoss(r).call(x[0], x[1]),
        ["mse_loss"] = (r, x) => MSELoss(r).call(x[0], x[1]),
        ["l1_loss"] = (r, x) => L1Loss(r).call(x[0], x[1]),
        ["smooth_l1_loss"] = (r, x) => SmoothL1Loss(r, 0.7).call(x[0], x[1]),
        ["huber_loss"] = (r, x) => HuberLoss(0.7, r).call(x[0], x[1]),
        ["cosine_embedding_loss"] = (r, x) => CosineEmbeddingLoss(0.1, r).call(x[0], x[1], x[2]),
        ["margin_ranking_loss"] = (r, x) => MarginRankingLoss(0.1, r).call(x[0], x[1], x[2]),
        ["hinge_embedding_loss"] = (r, x) => HingeEmbeddingLoss(0.8, r).call(x[0], x[1]),
        ["triplet_margin_loss"] = (r, x) => TripletMarginLoss(1.5, 3, swap: true, reduction: r).call(x[0], x[1], x[2]),
    };

    public static IEnumerable<string> Cases => Losses.Keys;

    [Test]
    public void A_loss_computes_what_PyTorch_computes(
        [ValueSource(nameof(Cases))] string loss, [Values] Reduction reduction,
        [Values(ScalarType.Float64, ScalarType.Float32)] ScalarType dtype)
    {
        using var scope = NewDisposeScope();
        var name = $"{loss}_{reduction.ToString().ToLowerInvariant()}";

        new GoldenCase(Golden, name, dtype).Agrees(inputs => [Losses[loss](reduction, inputs)]);
    }

    [Test]
    public void Every_loss_has_golden_values()
        => Assert.That(
            Losses.Keys.SelectMany(loss => new[] { $"{loss}_none", $"{loss}_mean", $"{loss}_sum" }), Is.EquivalentTo(Golden.Cases));
}
