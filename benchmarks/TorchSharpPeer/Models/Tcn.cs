using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharpPeer.Models;

/// <summary>
/// Conv-TasNet's separation network (Luo and Mesgarani 2019) with the released code's sizes: 2 repeats of 5 blocks on <c>[B, C, T]</c>.
/// </summary>
internal sealed class Tcn : nn.Module<Tensor, Tensor>
{
    private const int Bands = 128;
    private const int Channels = 64;
    private const int Hidden = 128;

    private readonly Sequential _bottleneck = nn.Sequential(GlobalLayerNorm.Of(Bands), nn.Conv1d(Bands, Channels, 1));
    private readonly Sequential _blocks;
    private readonly Sequential _output = nn.Sequential(nn.PReLU(1), nn.Linear(Channels, Features.Size));

    public Tcn()
        : base(nameof(Tcn))
    {
        _blocks = nn.Sequential([.. Enumerable.Range(0, 10).Select(index => new TcnBlock(Channels, Hidden, dilation: 1 << (index % 5)))]);
        RegisterComponents();
    }

    /// <param name="input">Windows, <c>[B, T, bands]</c>.</param>
    public override Tensor forward(Tensor input)
    {
        var hidden = _bottleneck.call(input.permute(0, 2, 1));
        return _output.call(_blocks.call(hidden).mean([2]));
    }
}
