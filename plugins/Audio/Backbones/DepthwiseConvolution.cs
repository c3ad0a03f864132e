using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Backbones;

/// <summary>
/// A dilated convolution over time, each channel by itself, the length kept by zero padding. The weights have the shape and the starting
/// values of a grouped <c>Conv1d</c>.
/// </summary>
internal sealed class DepthwiseConvolution : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter _bias;

    private readonly long _dilation;

    /// <summary>Creates the layer.</summary>
    public DepthwiseConvolution(long channels, long kernelSize, long dilation)
        : base(nameof(DepthwiseConvolution))
    {
        (_weight, _bias) = StartingWeights.Convolution([channels, 1, kernelSize]);
        _dilation = dilation;
        RegisterComponents();
    }

    /// <summary>The weights, <c>[C, 1, kernel]</c>.</summary>
    public Tensor Weight => _weight;

    /// <summary>The bias, <c>[C]</c>.</summary>
    public Tensor Bias => _bias;

    /// <summary>Convolves every channel with its own kernel.</summary>
    /// <param name="values">Values, <c>[B, T, C]</c>.</param>
    /// <returns>Values, <c>[B, T, C]</c>.</returns>
    public override Tensor forward(Tensor values)
    {
        using var scope = NewDisposeScope();
        var (batch, frames, channels) = (values.shape[0], values.shape[1], values.shape[2]);

        // Every dilation-th frame is a sequence of its own. Folded into a second axis, [B, T / dilation, dilation, C], the convolution has
        // no dilation left, and only such a one is fast on a CPU: oneDNN's dilated backward pass takes ten to forty times as long.
        var rest = -frames % _dilation;
        var whole = rest == 0 ? values : cat([values, values.new_zeros(batch, _dilation + rest, channels)], 1);
        var folded = whole.view(batch, -1, _dilation, channels).permute(0, 3, 1, 2);
        var result = nn.functional.conv2d(folded, _weight.unsqueeze(3), _bias, padding: [_weight.shape[2] / 2, 0], groups: channels)
            .permute(0, 2, 3, 1)
            .flatten(1, 2);
        return result.narrow(1, 0, frames).MoveToOuterDisposeScope();
    }
}
