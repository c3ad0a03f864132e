using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>The weights of a gated convolution over time, float32 on the CPU.</summary>
public sealed record GatedConvolutionWeights
{
    /// <summary>The linear convolution, <c>[outputs, inputs, 1, 3]</c>.</summary>
    public required Tensor Linear { get; init; }

    /// <summary>Its bias, <c>[outputs]</c>.</summary>
    public required Tensor LinearBias { get; init; }

    /// <summary>The gate's convolution, <c>[outputs, inputs, 1, 3]</c>.</summary>
    public required Tensor Gate { get; init; }

    /// <summary>Its bias, <c>[outputs]</c>.</summary>
    public required Tensor GateBias { get; init; }

    /// <summary>Their names, in the order of <see cref="InOrder"/>.</summary>
    internal static IReadOnlyList<string> Names { get; } = [nameof(Linear), nameof(LinearBias), nameof(Gate), nameof(GateBias)];

    /// <summary>All of them in the order in which kernels take them.</summary>
    internal Tensor[] InOrder() => [Linear, LinearBias, Gate, GateBias];
}
