using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

/// <summary>Runs a function forward and backward, for comparisons.</summary>
internal static class Gradients
{
    /// <summary>The function's result and the gradients of its leaves, for a different weight on every output.</summary>
    public static Tensor[] Of(Func<Tensor[], Tensor> function, Tensor[] leaves, ScalarType type)
    {
        Tensor[] copies = [.. leaves.Select(leaf => leaf.detach().clone().to_type(type).requires_grad_())];
        var result = function(copies);
        Backward(result);
        return [result.detach(), .. copies.Select(copy => copy.grad!)];
    }

    /// <summary>Runs a result backward with a different weight on every element.</summary>
    public static void Backward(Tensor result) =>
        (result * arange(result.numel(), result.dtype).view(result.shape).sin()).sum().backward();

    /// <summary>The greatest difference, relative to the greatest element of what was expected.</summary>
    public static double RelativeDifference(Tensor actual, Tensor expected)
    {
        var reference = expected.to_type(ScalarType.Float64);
        var difference = (actual.to_type(ScalarType.Float64) - reference).abs().max().item<double>();
        return difference / Math.Max(reference.abs().max().item<double>(), 1e-12);
    }

    /// <summary>Whether two tensors hold the same bits.</summary>
    public static bool AreEqual(Tensor left, Tensor right) => left.Equals(right);
}
