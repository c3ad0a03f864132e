using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>
/// The gated convolution over time of the paper's ST-GCN, every node by itself: <c>relu(linear(x) + sigmoid(gate(x)))</c> with two
/// convolutions of three frames without padding, and dropout, in one pass over memory.
/// </summary>
/// <remarks>
/// It exists because libtorch's convolution copies its input into another order and leaves the gate to further passes over memory. Three
/// frames of a series side by side are a row of a matrix product, so nothing is copied here. Nor does dropout pass over memory, for which
/// libtorch draws one number after the other on a single thread. Saved for the backward pass are the input, one
/// number per element of the output and a copy of the weights.
/// </remarks>
public static class FusedGatedConvolution
{
    /// <summary>Whether the kernel can take these; if not, its plain counterpart has to.</summary>
    /// <param name="values">Values, <c>[B, nodes, T, inputs]</c>.</param>
    /// <param name="weights">The convolutions' weights.</param>
    /// <returns>
    /// True for float32 on the CPU with outputs in multiples of 16, from 3 to 2^20 frames and at most 2^28 values, while kernels are
    /// enabled.
    /// </returns>
    public static bool Supports(Tensor values, GatedConvolutionWeights weights)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(weights);
        return FusedKernels.Enabled && GatedConvolutionArguments.Problem(values, weights) is null;
    }

    /// <summary>Runs the convolution.</summary>
    /// <param name="values">Values, <c>[B, nodes, T, inputs]</c>.</param>
    /// <param name="weights">The convolutions' weights.</param>
    /// <param name="dropout">The probability that an element of the result is dropped, from 0 to below 1; 0 outside of training.</param>
    /// <returns>Values, <c>[B, nodes, T - 2, outputs]</c>, contiguous.</returns>
    /// <exception cref="ArgumentException">An argument is not as above, or the shapes do not belong together.</exception>
    /// <remarks>
    /// With dropout one number is drawn from the default generator, and the elements that are dropped follow from it. The result belongs to
    /// the caller's dispose scope. Gradients cannot be differentiated again. The values must not be written to before
    /// the backward pass; where they are, all gradients are NaN.
    /// </remarks>
    public static Tensor Run(Tensor values, GatedConvolutionWeights weights, double dropout)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(weights);
        GatedConvolutionArguments.Check(values, weights, dropout);
        using var scope = NewDisposeScope();
        var tensors = weights.InOrder();
        var shape = new GatedConvolutionShape((int)values.shape[2], (int)values.shape[3], (int)weights.Linear.shape[0]);
        var isDifferentiated = is_grad_enabled();
        var call = new GatedConvolutionCall
        {
            Plan = new(shape, FusedKernels.Instructions),
            Batch = (int)values.shape[0],
            Nodes = (int)values.shape[1],
            Dropout = dropout,
            Seed = DropoutSeed.For(dropout),
            Keeps = isDifferentiated && (values.requires_grad || Array.Exists(tensors, tensor => tensor.requires_grad)),
            NeedsValuesGradient = isDifferentiated && values.requires_grad,
        };
        return scope.MoveToOuter(GatedConvolutionFunction.Run(call, values, tensors));
    }
}
