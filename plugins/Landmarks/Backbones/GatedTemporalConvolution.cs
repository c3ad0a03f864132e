using Mpuc.Kernels;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Backbones;

/// <summary>
/// The gated convolution over time of the paper's ST-GCN, each node by itself: <c>relu(a(x) + sigmoid(b(x)) + c(x))</c> with three
/// convolutions a, b, c of three frames without padding. (Yu et al. 2018, Eq. 7, multiply by the gate; the released code adds it.)
/// </summary>
/// <remarks>
/// a and c enter as their sum, so one convolution with the summed weights gives their output and both their gradients; with b's weights
/// beside them, the whole layer is one convolution, in channels-last order.
/// </remarks>
internal sealed class GatedTemporalConvolution : nn.Module<Tensor, Tensor>
{
    /// <summary>Frames that an output weighs.</summary>
    public const int KernelSize = 3;

    [ComponentName(Name = "a")]
    private readonly Conv2d _a;

    [ComponentName(Name = "b")]
    private readonly Conv2d _b;

    [ComponentName(Name = "c")]
    private readonly Conv2d _c;

    private readonly long _outputs;
    private readonly double _dropout;

    /// <summary>Creates the layer.</summary>
    /// <param name="inputs">Channels of the input.</param>
    /// <param name="outputs">Channels of the output.</param>
    /// <param name="dropout">The probability of dropout of the output in training.</param>
    public GatedTemporalConvolution(long inputs, long outputs, double dropout = 0)
        : base(nameof(GatedTemporalConvolution))
    {
        (_outputs, _dropout) = (outputs, dropout);
        (_a, _b, _c) = (Convolution(inputs, outputs), Convolution(inputs, outputs), Convolution(inputs, outputs));
        RegisterComponents();
    }

    /// <summary>Runs the layer.</summary>
    /// <param name="values">Values, <c>[B, nodes, T, inputs]</c>.</param>
    /// <returns>Values, <c>[B, nodes, T - 2, outputs]</c>, contiguous.</returns>
    public override Tensor forward(Tensor values)
    {
        using var scope = NewDisposeScope();
        var weights = Weights();
        var result = FusedGatedConvolution.Supports(values, weights)
            ? FusedGatedConvolution.Run(values, weights, training ? _dropout : 0)
            : ForwardPlain(values, weights);
        return result.MoveToOuterDisposeScope();
    }

    // The same in libtorch's own operators: what the fused one is checked against, and what runs where it cannot.
    private Tensor ForwardPlain(Tensor values, GatedConvolutionWeights weights)
    {
        var weight = cat([weights.Linear, weights.Gate], 0);
        var bias = cat([weights.LinearBias, weights.GateBias], 0);
        var both = nn.functional.conv2d(values.permute(0, 3, 1, 2), weight, bias).permute(0, 2, 3, 1);
        var gate = both.narrow(3, _outputs, _outputs).sigmoid();
        return nn.functional.dropout((both.narrow(3, 0, _outputs) + gate).relu_().contiguous(), _dropout, training);
    }

    private GatedConvolutionWeights Weights() => new()
    {
        Linear = _a.weight + _c.weight,
        LinearBias = _a.bias! + _c.bias!,
        Gate = _b.weight,
        GateBias = _b.bias!,
    };

    private static Conv2d Convolution(long inputs, long outputs) => nn.Conv2d(inputs, outputs, (1, KernelSize));
}
