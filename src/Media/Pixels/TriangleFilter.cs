namespace Mpuc.Media.Pixels;

/// <summary>
/// The weights with which pixels along one axis are resampled: a triangle as wide as two input pixels where the picture is enlarged
/// (bilinear), as two output pixels where it is reduced (so that nothing is skipped). Pixels beyond the picture's edge repeat the edge.
/// </summary>
internal sealed class TriangleFilter
{
    private readonly int[] _indices;
    private readonly float[] _weights;

    /// <summary>Computes the weights.</summary>
    /// <param name="from">Where the output starts, in input pixels; may be negative.</param>
    /// <param name="to">Where it ends.</param>
    public TriangleFilter(int length, double from, double to, int size)
    {
        var scale = (to - from) / size;
        var reach = Math.Max(1, scale);
        Taps = (int)Math.Ceiling(2 * reach) + 1;
        (_indices, _weights) = (new int[size * Taps], new float[size * Taps]);
        for (var i = 0; i < size; i++)
        {
            var centre = from + ((i + 0.5) * scale) - 0.5;
            var first = (int)Math.Floor(centre - reach) + 1;
            var indices = _indices.AsSpan(i * Taps, Taps);
            var weights = _weights.AsSpan(i * Taps, Taps);
            var sum = 0f;
            for (var tap = 0; tap < Taps; tap++)
            {
                indices[tap] = Math.Clamp(first + tap, 0, length - 1);
                weights[tap] = (float)Math.Max(0, 1 - (Math.Abs(first + tap - centre) / reach));
                sum += weights[tap];
            }

            for (var tap = 0; tap < Taps; tap++)
            {
                weights[tap] /= sum;
            }
        }
    }

    /// <summary>Weights per output pixel.</summary>
    public int Taps { get; }

    /// <summary>The input pixels of an output pixel, in rising order.</summary>
    /// <returns><see cref="Taps"/> indices, all within the input.</returns>
    public ReadOnlySpan<int> Indices(int output) => _indices.AsSpan(output * Taps, Taps);

    /// <summary>Their weights, which add up to 1.</summary>
    /// <returns><see cref="Taps"/> weights.</returns>
    public ReadOnlySpan<float> Weights(int output) => _weights.AsSpan(output * Taps, Taps);
}
