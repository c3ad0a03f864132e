using TorchSharp;

namespace Samples.Vectors;

/// <summary>One recording's vectors.</summary>
/// <param name="Values">T vectors of D numbers, one after another; NaN stands for what is missing.</param>
/// <param name="Width">D.</param>
internal sealed record VectorFrames(float[] Values, int Width)
{
    /// <summary>The number of vectors, T.</summary>
    public int Count => Values.Length / Width;

    /// <summary>The vectors as they are.</summary>
    /// <returns>Values, <c>[T, D]</c>, float32; the caller owns them.</returns>
    public torch.Tensor ToTensor() => torch.tensor(Values, [Count, Width]);

    /// <summary>The vectors above the marks of the numbers that are there.</summary>
    /// <returns>Values (0 for what is missing) and marks (1 or 0), <c>[T, 2, D]</c>, float32; the caller owns them.</returns>
    public torch.Tensor ToMaskedTensor()
    {
        var masked = Values.Chunk(Width).SelectMany(vector =>
            vector.Select(value => float.IsNaN(value) ? 0f : value).Concat(vector.Select(value => float.IsNaN(value) ? 0f : 1f)));
        return torch.tensor(masked.ToArray(), [Count, 2, Width]);
    }
}
