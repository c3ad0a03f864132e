using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>
/// The gated convolution over time of the paper's ST-GCN as one operator: <c>relu(linear(x) + sigmoid(gate(x)))</c> with kernels of three frames and no
/// padding, each node by itself, and the map of the channels that may follow it. Both convolutions are one matrix product whose overlapping rows are read
/// where they lie; the gate and the map are applied while a node's frames are in a core's cache.
/// </summary>
public static class FusedGatedConvolution
{
    private const long Lanes = 16;

    /// <summary>Whether the operator can take these; if not, its plain counterpart has to.</summary>
    /// <param name="values">Values, <c>[B, nodes, T, inputs]</c>.</param>
    /// <param name="outputs">Channels after the convolution.</param>
    /// <param name="mapped">Channels after the map; 0 for none.</param>
    /// <returns>True for float32 on the CPU with output channels in multiples of 16, while kernels are enabled.</returns>
    public static bool Supports(Tensor values, long outputs, long mapped = 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        return FusedKernels.Enabled
            && values.device_type == DeviceType.CPU && values.dtype == ScalarType.Float32 && outputs % Lanes == 0 && mapped % Lanes == 0;
    }

    /// <summary>Runs the layer.</summary>
    /// <param name="values">Values, <c>[B, nodes, T, inputs]</c>, T at least 3.</param>
    /// <param name="weights">The weights.</param>
    /// <returns>Values, <c>[B, nodes, T - 2, outputs]</c>, or as many channels as the map gives; contiguous.</returns>
    public static Tensor Run(Tensor values, GatedConvolutionWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return NativeOperators.GatedConvolution(values, weights.InOrder());
    }
}
