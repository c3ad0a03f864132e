using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>The weights of one block of Conv-TasNet's network, float32 on the CPU.</summary>
public sealed record TcnBlockWeights
{
    /// <summary>The first 1x1 convolution, <c>[hidden, channels, 1]</c>.</summary>
    public required Tensor Expand { get; init; }

    /// <summary>Its bias, <c>[hidden]</c>.</summary>
    public required Tensor ExpandBias { get; init; }

    /// <summary>The first PReLU's slope, <c>[1]</c>.</summary>
    public required Tensor Slope1 { get; init; }

    /// <summary>The first norm's gain, <c>[hidden]</c>.</summary>
    public required Tensor Gain1 { get; init; }

    /// <summary>The first norm's offset, <c>[hidden]</c>.</summary>
    public required Tensor Offset1 { get; init; }

    /// <summary>The depthwise convolution, <c>[hidden, 1, taps]</c>.</summary>
    public required Tensor Depthwise { get; init; }

    /// <summary>Its bias, <c>[hidden]</c>.</summary>
    public required Tensor DepthwiseBias { get; init; }

    /// <summary>The second PReLU's slope, <c>[1]</c>.</summary>
    public required Tensor Slope2 { get; init; }

    /// <summary>The second norm's gain, <c>[hidden]</c>.</summary>
    public required Tensor Gain2 { get; init; }

    /// <summary>The second norm's offset, <c>[hidden]</c>.</summary>
    public required Tensor Offset2 { get; init; }

    /// <summary>The last 1x1 convolution, <c>[channels, hidden, 1]</c>.</summary>
    public required Tensor Reduce { get; init; }

    /// <summary>Its bias, <c>[channels]</c>.</summary>
    public required Tensor ReduceBias { get; init; }

    /// <summary>Their names, in the order of <see cref="InOrder"/>.</summary>
    internal static IReadOnlyList<string> Names { get; } =
    [
        nameof(Expand), nameof(ExpandBias), nameof(Slope1), nameof(Gain1), nameof(Offset1), nameof(Depthwise), nameof(DepthwiseBias),
        nameof(Slope2), nameof(Gain2), nameof(Offset2), nameof(Reduce), nameof(ReduceBias),
    ];

    /// <summary>All of them in the order in which kernels take them.</summary>
    internal Tensor[] InOrder() =>
        [Expand, ExpandBias, Slope1, Gain1, Offset1, Depthwise, DepthwiseBias, Slope2, Gain2, Offset2, Reduce, ReduceBias];
}
