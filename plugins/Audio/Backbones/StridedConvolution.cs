using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Backbones;

/// <summary>A convolution over time that keeps every stride-th frame, global layer normalisation, and ReLU.</summary>
internal sealed class StridedConvolution : nn.Module<Tensor, FrameMask, Tensor>
{
    [ComponentName(Name = "conv")]
    private readonly Conv1d _conv;

    [ComponentName(Name = "norm")]
    private readonly GlobalLayerNorm _norm;

    /// <summary>Creates the layer.</summary>
    public StridedConvolution(long inputs, long outputs, ConvNetOptions options)
        : base(nameof(StridedConvolution))
    {
        _conv = nn.Conv1d(inputs, outputs, kernel_size: options.KernelSize, stride: options.Stride, padding: options.KernelSize / 2);
        _norm = new GlobalLayerNorm(outputs);
        RegisterComponents();
    }

    /// <summary>Runs the layer.</summary>
    /// <param name="values">Values, <c>[B, T, inputs]</c>, zero in the padding.</param>
    /// <returns>Values, <c>[B, ceil(T / stride), outputs]</c>, zero in the padding.</returns>
    public override Tensor forward(Tensor values, FrameMask mask)
    {
        using var scope = NewDisposeScope();
        var convolved = _conv.call(values.transpose(1, 2)).transpose(1, 2).contiguous();
        return nn.functional.relu(_norm.call(convolved, mask)).MoveToOuterDisposeScope();
    }
}
