namespace Mpuc.Media.Pixels;

/// <summary>
/// A picture's summed-area table (Crow 1984): every mean over a rectangle costs four look-ups, whatever its size, and is exact. The picture
/// may be replaced, so that one table serves a whole video.
/// </summary>
internal sealed class SummedArea
{
    private uint[] _sums = [];

    /// <summary>Columns of the picture.</summary>
    public int Width { get; private set; }

    /// <summary>Rows of the picture.</summary>
    public int Height { get; private set; }

    /// <summary>Takes in a picture.</summary>
    /// <param name="height">Rows; <c>255 * width * height</c> must not exceed 2^32.</param>
    public void Load(ReadOnlySpan<byte> pixels, int width, int height)
    {
        (Width, Height) = (width, height);
        var stride = 3 * (width + 1);
        if (_sums.Length < stride * (height + 1))
        {
            _sums = new uint[stride * (height + 1)];
        }

        _sums.AsSpan(0, stride).Clear();
        for (var y = 0; y < height; y++)
        {
            var above = _sums.AsSpan(y * stride, stride);
            var row = _sums.AsSpan((y + 1) * stride, stride);
            var line = pixels.Slice(3 * y * width, 3 * width);
            row[0] = row[1] = row[2] = 0;
            uint red = 0, green = 0, blue = 0;
            for (var x = 0; x < line.Length; x += 3)
            {
                red += line[x];
                green += line[x + 1];
                blue += line[x + 2];
                row[x + 3] = above[x + 3] + red;
                row[x + 4] = above[x + 4] + green;
                row[x + 5] = above[x + 5] + blue;
            }
        }
    }

    /// <summary>
    /// Resamples a rectangle as adaptive average pooling does: output pixel i is the mean over the input pixels from floor(i * n / N) to
    /// ceil((i + 1) * n / N). The values are (mean - 127.5) / 128.
    /// </summary>
    /// <param name="width">Columns to read, at least 1; all within the picture.</param>
    /// <param name="height">Rows to read, at least 1; all within the picture.</param>
    /// <param name="target">Red, green, blue, row by row: <c>3 * outWidth * outHeight</c> values.</param>
    public void Resample(int left, int top, int width, int height, int outWidth, int outHeight, Span<float> target)
    {
        var stride = 3 * (Width + 1);
        Span<int> edges = outWidth <= 1024 ? stackalloc int[2 * outWidth] : new int[2 * outWidth];
        for (var x = 0; x < outWidth; x++)
        {
            edges[2 * x] = 3 * (left + (x * width / outWidth));
            edges[(2 * x) + 1] = 3 * (left + ((((x + 1) * width) + outWidth - 1) / outWidth));
        }

        for (var y = 0; y < outHeight; y++)
        {
            var (from, to) = (y * height / outHeight, (((y + 1) * height) + outHeight - 1) / outHeight);
            ReadOnlySpan<uint> above = _sums.AsSpan((top + from) * stride, stride);
            ReadOnlySpan<uint> below = _sums.AsSpan((top + to) * stride, stride);
            var line = target.Slice(3 * y * outWidth, 3 * outWidth);
            for (var x = 0; x < outWidth; x++)
            {
                var (a, b) = (edges[2 * x], edges[(2 * x) + 1]);
                var scale = 3f / ((to - from) * (b - a) * 128);
                line[3 * x] = ((below[b] - below[a] - above[b] + above[a]) * scale) - (127.5f / 128);
                line[(3 * x) + 1] = ((below[b + 1] - below[a + 1] - above[b + 1] + above[a + 1]) * scale) - (127.5f / 128);
                line[(3 * x) + 2] = ((below[b + 2] - below[a + 2] - above[b + 2] + above[a + 2]) * scale) - (127.5f / 128);
            }
        }
    }
}
