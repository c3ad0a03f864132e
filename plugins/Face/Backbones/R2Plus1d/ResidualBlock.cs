using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Face.Backbones.R2Plus1d;

/// <summary>
/// Two factored convolutions with a connection around them (Tran et al. 2018, Fig. 1e), in torchvision's nesting of names.
/// </summary>
internal sealed class ResidualBlock : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "conv1")]
    private readonly Sequential _conv1;

    [ComponentName(Name = "conv2")]
    private readonly Sequential _conv2;

    // Where the shape changes, the connection is a 1x1x1 convolution.
    [ComponentName(Name = "downsample")]
    private readonly Sequential? _downsample;

    /// <summary>Creates the block.</summary>
    public ResidualBlock(long inputs, long outputs, long stride)
        : base(nameof(ResidualBlock))
    {
        // As many channels in between as give the factored pair the parameters of a full 3x3x3 convolution (Sec. 3.5). Torchvision uses the
        // first convolution's number for both.
        var middle = inputs * outputs * 27 / ((inputs * 9) + (3 * outputs));
        _conv1 = nn.Sequential(Factored(inputs, middle, outputs, stride), new ChannelBatchNorm(outputs), nn.ReLU(inplace: true));
        _conv2 = nn.Sequential(Factored(outputs, middle, outputs, stride: 1), new ChannelBatchNorm(outputs));
        if (stride != 1 || inputs != outputs)
        {
            _downsample = nn.Sequential(FactoredConvolution.Pointwise(inputs, outputs, stride), new ChannelBatchNorm(outputs));
        }

        RegisterComponents();
    }

    /// <summary>Runs the block.</summary>
    /// <param name="values">Clips, <c>[B, T, H, W, inputs]</c>.</param>
    /// <returns>Clips, <c>[B, T / stride, H / stride, W / stride, outputs]</c>, each size rounded up.</returns>
    public override Tensor forward(Tensor values)
    {
        using var scope = NewDisposeScope();
        var trunk = _downsample is null ? values : _downsample.call(values);
        return _conv2.call(_conv1.call(values)).add_(trunk).relu_().MoveToOuterDisposeScope();
    }

    private static Sequential Factored(long inputs, long middle, long outputs, long stride) => nn.Sequential(
        FactoredConvolution.OverSpace(inputs, middle, kernel: 3, stride),
        new ChannelBatchNorm(middle),
        nn.ReLU(inplace: true),
        FactoredConvolution.OverTime(middle, outputs, kernel: 3, stride));
}
