using Mpuc.Media.Faces;

namespace Mpuc.Media.Pixels;

/// <summary>Cuts a part out of a picture and resamples it to a square.</summary>
public static class SquareCrop
{
    /// <summary>Cuts a part out. Where it reaches beyond the picture, the picture's edge is repeated.</summary>
    /// <param name="pixels">The picture: red, green, blue, row by row.</param>
    /// <param name="width">The picture's columns.</param>
    /// <param name="height">The picture's rows.</param>
    /// <param name="part">The part, at least a thousandth of a pixel wide and high.</param>
    /// <param name="size">The side of the result in pixels.</param>
    /// <param name="target">Three planes, red, green, blue, each <c>size * size</c>, from 0 to 255.</param>
    public static void Cut(ReadOnlySpan<byte> pixels, int width, int height, FaceBox part, int size, Span<float> target)
    {
        const double Least = 1e-3;
        var columns = new TriangleFilter(width, part.Left, Math.Max(part.Right, part.Left + Least), size);
        var rows = new TriangleFilter(height, part.Top, Math.Max(part.Bottom, part.Top + Least), size);
        var (first, last) = (rows.Indices(0)[0], rows.Indices(size - 1)[^1]);
        var lines = new float[(last - first + 1) * 3 * size];
        for (var y = first; y <= last; y++)
        {
            Narrow(pixels.Slice(3 * y * width, 3 * width), columns, lines.AsSpan((y - first) * 3 * size, 3 * size));
        }

        target[..(3 * size * size)].Clear();
        for (var y = 0; y < size; y++)
        {
            var indices = rows.Indices(y);
            var weights = rows.Weights(y);
            for (var tap = 0; tap < rows.Taps; tap++)
            {
                Add(lines.AsSpan((indices[tap] - first) * 3 * size, 3 * size), weights[tap], target, y, size);
            }
        }
    }

    // A line of the picture to three lines of the result's width, one per colour.
    private static void Narrow(ReadOnlySpan<byte> line, TriangleFilter columns, Span<float> target)
    {
        var size = target.Length / 3;
        for (var x = 0; x < size; x++)
        {
            var indices = columns.Indices(x);
            var weights = columns.Weights(x);
            float red = 0, green = 0, blue = 0;
            for (var tap = 0; tap < indices.Length; tap++)
            {
                var pixel = line.Slice(3 * indices[tap], 3);
                red += pixel[0] * weights[tap];
                green += pixel[1] * weights[tap];
                blue += pixel[2] * weights[tap];
            }

            (target[x], target[size + x], target[(2 * size) + x]) = (red, green, blue);
        }
    }

    private static void Add(ReadOnlySpan<float> line, float weight, Span<float> target, int row, int size)
    {
        for (var channel = 0; channel < 3; channel++)
        {
            var sum = target.Slice(((channel * size) + row) * size, size);
            var part = line.Slice(channel * size, size);
            for (var x = 0; x < size; x++)
            {
                sum[x] += part[x] * weight;
            }
        }
    }
}
