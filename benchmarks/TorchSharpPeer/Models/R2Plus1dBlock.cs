using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharpPeer.Models;

/// <summary>Two factored convolutions with a connection around them (Tran et al. 2018, Fig. 1e).</summary>
internal sealed class R2Plus1dBlock : nn.Module<Tensor, Tensor>
{
    private readonly Sequential _convolutions;
    private readonly Sequential? _downsample;

    public R2Plus1dBlock(int inputs, int outputs, int stride)
        : base(nameof(R2Plus1dBlock))
    {
        // Torchvision gives both pairs the first one's number of channels in between.
        var middle = inputs * outputs * 27 / ((inputs * 9) + (3 * outputs));
        _convolutions = nn.Sequential(
            OverSpace(inputs, middle, stride),
            nn.BatchNorm3d(middle),
            nn.ReLU(inplace: true),
            OverTime(middle, outputs, stride),
            nn.BatchNorm3d(outputs),
            nn.ReLU(inplace: true),
            OverSpace(outputs, middle, 1),
            nn.BatchNorm3d(middle),
            nn.ReLU(inplace: true),
            OverTime(middle, outputs, 1),
            nn.BatchNorm3d(outputs));
        if (stride != 1 || inputs != outputs)
        {
            _downsample = nn.Sequential(
                nn.Conv3d(inputs, outputs, (1, 1, 1), stride: (stride, stride, stride), bias: false), nn.BatchNorm3d(outputs));
        }

        RegisterComponents();
    }

    /// <param name="input">Clips, <c>[B, C, T, H, W]</c>.</param>
    public override Tensor forward(Tensor input)
    {
        var residual = _downsample is null ? input : _downsample.call(input);
        return nn.functional.relu(_convolutions.call(input) + residual, inplace: true);
    }

    private static Conv3d OverSpace(int inputs, int outputs, int stride) =>
        nn.Conv3d(inputs, outputs, (1, 3, 3), stride: (1, stride, stride), padding: (0, 1, 1), bias: false);

    private static Conv3d OverTime(int inputs, int outputs, int stride) =>
        nn.Conv3d(inputs, outputs, (3, 1, 1), stride: (stride, 1, 1), padding: (1, 0, 0), bias: false);
}
