using Mpuc.Host.Objectives;
using Mpuc.Kernels;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Objectives;

/// <summary>The loss with its comparisons in one operator, which float32 on the CPU gets.</summary>
[NonParallelizable]
public sealed class FusedContrastiveLossTests
{
    private static readonly long[] Labels = [0, 1, 0, 2, 1, 0, 2, 1, 0];

    [TearDown]
    public void EnableKernels() => FusedKernels.Enabled = true;

    [Test]
    public void Loss_pairs_and_gradients_are_those_of_the_plain_path_in_double(
        [Values] ObjectiveVariant variant, [Values] LossReduction reduction, [Values(0, 0.4)] double missing, [Values] bool sameModality)
    {
        var options = new ObjectiveOptions { Variant = variant, Reduction = reduction, IncludeSameModality = sameModality };
        var embeddings = EmbeddingSets.Random(3, Labels.Length, 2, size: 16, missing: missing);

        var (fused, fusedGradients) = Run(ScalarType.Float32, enabled: true);
        var (plain, plainGradients) = Run(ScalarType.Float64, enabled: false);

        Assert.That(fused.Value, Is.EqualTo(plain.Value).Within(1e-3).Percent);
        Assert.That(fused.Pairs.Keys, Is.EqualTo(plain.Pairs.Keys));
        Assert.That(fused.Pairs.Values, Is.EqualTo(plain.Pairs.Values).Within(1e-4));
        foreach (var (actual, expected) in fusedGradients.Zip(plainGradients))
        {
            var difference = (actual.to_type(ScalarType.Float64) - expected).abs().max().item<double>();
            Assert.That(difference / expected.abs().max().item<double>(), Is.LessThan(1e-4));
        }

        (ContrastiveLoss Loss, Tensor[] Gradients) Run(ScalarType type, bool enabled)
        {
            FusedKernels.Enabled = enabled;
            var tensors = embeddings.ToTensors(type, requiresGradient: true);
            var loss = new PairwiseContrastiveLoss(options).Compute(tensors, Labels.Length, 2, Labels);
            loss.Total.backward();
            return (loss, [.. tensors.Select(modality => modality.Values.grad!)]);
        }
    }
}
