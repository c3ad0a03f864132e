using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

/// <summary>A gated convolution tap by tap in libtorch's operators.</summary>
internal static class NaiveGatedConvolution
{
    /// <summary>Weights that differ in every element, in the operator's order; the values come first.</summary>
    public static Tensor[] Leaves(int batch, int nodes, int frames, int inputs, int outputs)
    {
        manual_seed(5);
        return
        [
            randn(batch, nodes, frames, inputs),
            Uniform(outputs, inputs, 1, 3), Uniform(outputs), Uniform(outputs, inputs, 1, 3), Uniform(outputs),
        ];
    }

    /// <summary>The named weights of <see cref="Leaves"/>.</summary>
    public static GatedConvolutionWeights Weights(Tensor[] leaves) => new()
    {
        Linear = leaves[1],
        LinearBias = leaves[2],
        Gate = leaves[3],
        GateBias = leaves[4],
    };

    /// <summary>Runs the convolution, and multiplies its result by the mask if there is one.</summary>
    public static Tensor Run(Tensor[] leaves, Tensor? mask = null)
    {
        var result = (Convolve(leaves[0], leaves[1], leaves[2]) + Convolve(leaves[0], leaves[3], leaves[4]).sigmoid()).relu();
        return mask is null ? result : result * mask;
    }

    private static Tensor Convolve(Tensor values, Tensor weight, Tensor bias)
    {
        Tensor Tap(int tap) => values.narrow(2, tap, values.shape[2] - 2).matmul(weight.squeeze(2).select(2, tap).t());
        return Tap(0) + Tap(1) + Tap(2) + bias;
    }

    private static Tensor Uniform(params long[] shape) => (rand(shape) - 0.5) / 2;
}
