using TorchSharp;
using static TorchSharp.torch;

namespace TorchSharpPeer.Measurements;

/// <summary>Triangles of equal width on the mel scale, 2595 log10(1 + f / 700).</summary>
internal static class MelBands
{
    /// <returns>The weight of every frequency in every band, <c>[bands, size / 2 + 1]</c>.</returns>
    public static Tensor Of(int bands, int size, int rate)
    {
        using var scope = NewDisposeScope();
        var mels = linspace(0, 2595 * Math.Log10(1 + (rate / 2.0 / 700)), bands + 2);
        var edges = (700 * (pow(10, mels / 2595) - 1)).unsqueeze(1);
        var (low, middle, high) = (edges.narrow(0, 0, bands), edges.narrow(0, 1, bands), edges.narrow(0, 2, bands));
        var frequencies = linspace(0, rate / 2.0, (size / 2) + 1);
        var rising = (frequencies - low) / (middle - low);
        var falling = (high - frequencies) / (high - middle);
        return minimum(rising, falling).clamp(min: 0).MoveToOuterDisposeScope();
    }
}
