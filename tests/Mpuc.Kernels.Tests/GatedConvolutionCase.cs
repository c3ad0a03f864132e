using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

/// <summary>What tests of the fused gated convolution share.</summary>
internal static class GatedConvolutionCase
{
    public static Tensor Run(Tensor[] leaves, double dropout = 0) =>
        FusedGatedConvolution.Run(leaves[0], NaiveGatedConvolution.Weights(leaves), dropout);

    public static bool Supports(Tensor[] leaves) => FusedGatedConvolution.Supports(leaves[0], NaiveGatedConvolution.Weights(leaves));

    /// <summary>The result and the gradients of all leaves.</summary>
    public static Tensor[] Fused(Tensor[] leaves, double dropout = 0) =>
        Gradients.Of(values => Run(values, dropout), leaves, ScalarType.Float32);

    /// <summary>The same, naively in double.</summary>
    public static Tensor[] Exact(Tensor[] leaves, Tensor? mask = null) =>
        Gradients.Of(values => NaiveGatedConvolution.Run(values, mask), leaves, ScalarType.Float64);

    public static void AssertSame(Tensor[] actual, Tensor[] expected)
    {
        Assert.That(actual, Has.Length.EqualTo(expected.Length));
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.That(actual[i].shape, Is.EqualTo(expected[i].shape));
            var difference = Gradients.RelativeDifference(actual[i], expected[i]);
            Assert.That(difference, Is.LessThan(1e-5), i == 0 ? "result" : $"gradient {i - 1}");
        }
    }
}
