namespace Mpuc.Plugins.Audio.Spectrograms;

/// <summary>The periodic Hann window.</summary>
internal static class HannWindow
{
    /// <summary>Computes the window, in the middle of the transform's samples.</summary>
    /// <param name="fftSize">Samples per transform, at least <paramref name="size"/>.</param>
    /// <returns>Weights, <c>[fftSize]</c>.</returns>
    public static double[] Create(int size, int fftSize)
    {
        var weights = new double[fftSize];
        var start = (fftSize - size) / 2;
        for (var n = 0; n < size; n++)
        {
            weights[start + n] = 0.5 - (0.5 * Math.Cos(2 * Math.PI * n / size));
        }

        return weights;
    }
}
