namespace Mpuc.Media.Pixels;

/// <summary>
/// Pads a picture with black at its right or lower end to a square and resamples it bilinearly, so that the upper left corners coincide:
/// what TensorFlow.js calls <c>resizeBilinear</c> without aligned corners and without half-pixel centres.
/// </summary>
internal static class SquareBilinear
{
    /// <summary>Resamples a picture.</summary>
    /// <param name="mean">What is subtracted from red, green and blue before the division by 255.</param>
    /// <param name="target">Red, green, blue, row by row: <c>3 * side * side</c> values.</param>
    public static void Resample(ReadOnlySpan<byte> pixels, int width, int height, int side, ReadOnlySpan<float> mean, Span<float> target)
    {
        var square = Math.Max(width, height);
        var step = (float)square / side;
        var columns = new (int Low, int High, float Part)[side];
        for (var x = 0; x < side; x++)
        {
            columns[x] = Position(x, step, square);
        }

        var (above, below) = (new float[3 * square], new float[3 * square]);
        for (var y = 0; y < side; y++)
        {
            var (low, high, part) = Position(y, step, square);
            Widen(pixels, width, height, low, above);
            Widen(pixels, width, height, high, below);
            for (var i = 0; i < above.Length; i++)
            {
                above[i] += (below[i] - above[i]) * part;
            }

            var line = target.Slice(3 * y * side, 3 * side);
            for (var i = 0; i < line.Length; i++)
            {
                var (x, channel) = Math.DivRem(i, 3);
                var (left, right) = (above[(3 * columns[x].Low) + channel], above[(3 * columns[x].High) + channel]);
                line[i] = (left + ((right - left) * columns[x].Part) - mean[channel]) * (1 / 255f);
            }
        }
    }

    private static (int Low, int High, float Part) Position(int index, float step, int square)
    {
        var at = index * step;
        var low = Math.Min((int)at, square - 1);
        return (low, Math.Min(low + 1, square - 1), at - low);
    }

    private static void Widen(ReadOnlySpan<byte> pixels, int width, int height, int row, Span<float> target)
    {
        var line = row < height ? pixels.Slice(3 * row * width, 3 * width) : [];
        for (var i = 0; i < line.Length; i++)
        {
            target[i] = line[i];
        }

        target[line.Length..].Clear();
    }
}
