using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>
/// A block of Conv-TasNet's network (Luo and Mesgarani 2019, Fig. 1C, without skip path) as one operator: 1x1 convolution, PReLU, global layer norm, dilated
/// depthwise convolution, PReLU, global layer norm, 1x1 convolution, dropout, and the input added. A window stays in a core's cache from the input to the
/// sum, and its padding is neither read nor computed.
/// </summary>
public static class FusedTcnBlock
{
    private const long Lanes = 16;
    private const long MostTaps = 31;

    /// <summary>Whether the operator can take these; if not, its plain counterpart has to.</summary>
    /// <param name="values">Values, <c>[B, T, channels]</c>.</param>
    /// <param name="weights">The block's weights.</param>
    /// <returns>True for float32 on the CPU with channels and hidden channels in multiples of 16 and at most 31 taps, while kernels are enabled.</returns>
    public static bool Supports(Tensor values, TcnBlockWeights weights)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(weights);
        return FusedKernels.Enabled
            && values.device_type == DeviceType.CPU && values.dtype == ScalarType.Float32 && weights.Expand.dtype == ScalarType.Float32
            && weights.Expand.shape is [var hidden, var channels, 1] && hidden % Lanes == 0 && channels % Lanes == 0
            && weights.Depthwise.shape[2] <= MostTaps;
    }

    /// <summary>Runs the block.</summary>
    /// <param name="values">Values, <c>[B, T, channels]</c>; the padding may hold anything.</param>
    /// <param name="lengths">Valid lengths from 1 to T, <c>[B]</c>, int64; null if there is no padding.</param>
    /// <param name="weights">The block's weights.</param>
    /// <param name="dilation">The distance between two frames that the depthwise convolution weighs, at least 1.</param>
    /// <param name="dropout">The probability that an element of the branch is dropped, from 0 to below 1; 0 outside of training.</param>
    /// <returns>Values, <c>[B, T, channels]</c>, zero in the padding.</returns>
    /// <remarks>With dropout one number is drawn from the default generator, and the elements that are dropped follow from it.</remarks>
    public static Tensor Run(Tensor values, Tensor? lengths, TcnBlockWeights weights, long dilation, double dropout)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return NativeOperators.TcnBlock(values, lengths, weights.InOrder(), dilation, dropout, DropoutSeed.For(dropout));
    }
}
