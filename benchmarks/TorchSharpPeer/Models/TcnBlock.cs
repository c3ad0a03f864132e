using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharpPeer.Models;

/// <summary>
/// A block of Conv-TasNet: 1x1, dilated depthwise and 1x1 convolution, PReLU and global norm between them, dropout, and the input added.
/// </summary>
internal sealed class TcnBlock : nn.Module<Tensor, Tensor>
{
    private readonly Sequential _layers;

    public TcnBlock(int channels, int hidden, int dilation)
        : base(nameof(TcnBlock))
    {
        _layers = nn.Sequential(
            nn.Conv1d(channels, hidden, 1),
            nn.PReLU(1),
            GlobalLayerNorm.Of(hidden),
            nn.Conv1d(hidden, hidden, 3, padding: dilation, dilation: dilation, groups: hidden),
            nn.PReLU(1),
            GlobalLayerNorm.Of(hidden),
            nn.Conv1d(hidden, channels, 1),
            nn.Dropout(0.1));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => input + _layers.call(input);
}
