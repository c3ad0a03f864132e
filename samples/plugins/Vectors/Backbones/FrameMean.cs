using static TorchSharp.torch;

namespace Samples.Vectors.Backbones;

/// <summary>The mean over time: the order of the frames does not count.</summary>
internal static class FrameMean
{
    /// <summary>Averages the frames that are real.</summary>
    /// <param name="values">Windows, <c>[B, T, D]</c>, padded with zeros.</param>
    /// <param name="lengths">Valid lengths, <c>[B]</c>.</param>
    /// <returns>Means, <c>[B, D]</c>.</returns>
    public static Tensor Of(Tensor values, Tensor lengths) => values.sum([1]) / lengths.to(values.dtype).unsqueeze(1);
}
