using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>
/// A block of Conv-TasNet's network (Luo and Mesgarani 2019, Fig. 1C, without skip path) in one pass over memory: 1x1 convolution, PReLU,
/// global layer norm, dilated depthwise convolution, PReLU, global layer norm, 1x1 convolution, dropout, and the input added. A window
/// stays in a core's cache from the input to the sum, and its padding is neither read nor computed.
/// </summary>
/// <remarks>
/// It exists because the block's time goes into passes over memory between operators, and into depthwise convolutions and small products
/// that libtorch's operators do badly. Saved for the backward pass are the input, the first convolution's result, four numbers per window
/// and a copy of the weights; the rest is computed again.
/// </remarks>
public static class FusedTcnBlock
{
    /// <summary>Whether the kernel can take these; if not, its plain counterpart has to.</summary>
    /// <param name="values">Values, <c>[B, T, channels]</c>.</param>
    /// <param name="weights">The block's weights.</param>
    /// <returns>
    /// True for float32 on the CPU with channels and hidden channels in multiples of 16, an odd number of at most 31 taps, at most
    /// 2^20 frames and 2^28 hidden values, while kernels are enabled.
    /// </returns>
    public static bool Supports(Tensor values, TcnBlockWeights weights)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(weights);
        return FusedKernels.Enabled && TcnBlockArguments.Problem(values, weights) is null;
    }

    /// <summary>Runs the block.</summary>
    /// <param name="values">Values, <c>[B, T, channels]</c>; the padding may hold anything.</param>
    /// <param name="lengths">Valid lengths from 0 to T, <c>[B]</c>, int64 on the CPU; null if there is no padding.</param>
    /// <param name="weights">The block's weights.</param>
    /// <param name="dilation">The distance between two frames that the depthwise convolution weighs, at least 1.</param>
    /// <param name="dropout">The probability that an element of the branch is dropped, from 0 to below 1; 0 outside of training.</param>
    /// <returns>Values, <c>[B, T, channels]</c>, zero in the padding.</returns>
    /// <exception cref="ArgumentException">An argument is not as above, or the shapes do not belong together.</exception>
    /// <remarks>
    /// With dropout one number is drawn from the default generator, and the elements that are dropped follow from it. The result belongs to
    /// the caller's dispose scope. Gradients cannot be differentiated again. The values must not be written to before the backward pass;
    /// where they are, all gradients are NaN.
    /// </remarks>
    public static Tensor Run(Tensor values, Tensor? lengths, TcnBlockWeights weights, long dilation, double dropout)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(weights);
        var checkedLengths = TcnBlockArguments.Check(values, lengths, weights, dilation, dropout);
        using var scope = NewDisposeScope();
        var tensors = weights.InOrder();
        var (batch, frames, channels) = ((int)values.shape[0], (int)values.shape[1], (int)values.shape[2]);
        var shape = new TcnBlockShape(channels, (int)weights.Expand.shape[0], (int)weights.Depthwise.shape[2], dilation);
        var isDifferentiated = is_grad_enabled();
        var call = new TcnBlockCall
        {
            Plan = new(shape, FusedKernels.Instructions),
            Batch = batch,
            Frames = frames,
            Lengths = checkedLengths,
            Dropout = dropout,
            Seed = DropoutSeed.For(dropout),
            Keeps = isDifferentiated && (values.requires_grad || Array.Exists(tensors, tensor => tensor.requires_grad)),
            NeedsValuesGradient = isDifferentiated && values.requires_grad,
            WeightShapes = Array.ConvertAll(tensors, tensor => tensor.shape),
        };
        return scope.MoveToOuter(TcnBlockFunction.Run(call, values, tensors));
    }
}
