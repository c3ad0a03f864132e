using static TorchSharp.torch;

namespace Mpuc.Plugins.Text.Backbones;

/// <summary>The positional encoding of Vaswani et al. (2017, Sec. 3.5): sines and cosines of wavelengths from 2 pi to 20000 pi.</summary>
internal static class SinusoidalPositions
{
    /// <summary>Computes the encoding: at position p, sin(p / 10000^(2i / width)) in column 2i, the cosine in column 2i + 1.</summary>
    /// <param name="frames">T.</param>
    /// <param name="width">Features per frame, odd or even.</param>
    /// <param name="like">Gives type and device.</param>
    /// <returns>The encoding, <c>[T, width]</c>; belongs to the current dispose scope.</returns>
    public static Tensor Of(long frames, long width, Tensor like)
    {
        var pairs = (width + 1) / 2;
        var rates = (arange(pairs, dtype: ScalarType.Float64) * (-2 * Math.Log(10000) / width)).exp();
        var angles = arange(frames, dtype: ScalarType.Float64).unsqueeze(1) * rates;
        var interleaved = stack([angles.sin(), angles.cos()], 2).view(frames, 2 * pairs);
        return interleaved.narrow(1, 0, width).to(like.dtype).to(like.device);
    }
}
