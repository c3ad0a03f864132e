using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharpPeer.Models;

/// <summary>R(2+1)D-18 (Tran et al. 2018) in torchvision's form, then dropout and a fully-connected layer.</summary>
internal sealed class R2Plus1d : nn.Module<Tensor, Tensor>
{
    private readonly Sequential _stem = nn.Sequential(
        nn.Conv3d(3, 45, (1, 7, 7), stride: (1, 2, 2), padding: (0, 3, 3), bias: false),
        nn.BatchNorm3d(45),
        nn.ReLU(inplace: true),
        nn.Conv3d(45, 64, (3, 1, 1), padding: (1, 0, 0), bias: false),
        nn.BatchNorm3d(64),
        nn.ReLU(inplace: true));

    private readonly Sequential _blocks = nn.Sequential(
        new R2Plus1dBlock(64, 64, 1),
        new R2Plus1dBlock(64, 64, 1),
        new R2Plus1dBlock(64, 128, 2),
        new R2Plus1dBlock(128, 128, 1),
        new R2Plus1dBlock(128, 256, 2),
        new R2Plus1dBlock(256, 256, 1),
        new R2Plus1dBlock(256, 512, 2),
        new R2Plus1dBlock(512, 512, 1));

    private readonly Sequential _output = nn.Sequential(
        nn.AdaptiveAvgPool3d([1, 1, 1]), nn.Flatten(), nn.Dropout(0.1), nn.Linear(512, Features.Size));

    public R2Plus1d()
        : base(nameof(R2Plus1d)) => RegisterComponents();

    /// <param name="input">Windows, <c>[B, T, 3, H, W]</c>.</param>
    public override Tensor forward(Tensor input) => _output.call(_blocks.call(_stem.call(input.permute(0, 2, 1, 3, 4))));
}
