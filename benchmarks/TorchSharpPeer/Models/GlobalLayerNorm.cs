using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharpPeer.Models;

/// <summary>Global layer normalisation (Luo and Mesgarani 2019): a group norm of one group.</summary>
internal static class GlobalLayerNorm
{
    public static GroupNorm Of(int channels)
    {
        var norm = nn.GroupNorm(1, channels);

        // TorchSharp 0.107.0 leaves in both what the memory held before.
        nn.init.ones_(norm.weight!);
        nn.init.zeros_(norm.bias!);
        return norm;
    }
}
