using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>The weights of a gated convolution over time, float32 on the CPU.</summary>
public sealed record GatedConvolutionWeights
{
    /// <summary>The linear part's kernel, <c>[outputs, inputs, 1, 3]</c>. Two convolutions that are added are one with the sum of their kernels.</summary>
    public required Tensor Linear { get; init; }

    /// <summary>Its bias, <c>[outputs]</c>.</summary>
    public required Tensor LinearBias { get; init; }

    /// <summary>The gate's kernel, <c>[outputs, inputs, 1, 3]</c>.</summary>
    public required Tensor Gate { get; init; }

    /// <summary>Its bias, <c>[outputs]</c>.</summary>
    public required Tensor GateBias { get; init; }

    /// <summary>A map of the channels that follows, <c>[outputs, mapped]</c>; null for none.</summary>
    public Tensor? Map { get; init; }

    /// <summary>All of them in the operator's order.</summary>
    internal Tensor[] InOrder() => Map is null ? [Linear, LinearBias, Gate, GateBias] : [Linear, LinearBias, Gate, GateBias, Map];
}
