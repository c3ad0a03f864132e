namespace Mpuc.Media.Video;

/// <summary>Consecutive frames of one size.</summary>
/// <param name="width">Columns, at least 1.</param>
/// <param name="height">Rows, at least 1.</param>
/// <param name="pixels">Frame after frame, each row by row from the top, each pixel red, green, blue, a byte each; not copied.</param>
/// <exception cref="ArgumentException">The bytes are no whole number of frames.</exception>
public sealed class FrameBatch(int width, int height, ReadOnlyMemory<byte> pixels)
{
    /// <summary>Columns.</summary>
    public int Width { get; } = width;

    /// <summary>Rows.</summary>
    public int Height { get; } = height;

    /// <summary>The number of frames.</summary>
    public int Count { get; } = pixels.Length % (3 * width * height) == 0
        ? pixels.Length / (3 * width * height)
        : throw new ArgumentException($"{pixels.Length} bytes are no whole number of frames of {width}x{height}.", nameof(pixels));

    /// <summary>The index of the first frame in the recording.</summary>
    public int First { get; init; }

    /// <summary>The bytes of one frame: red, green, blue, row by row from the top.</summary>
    /// <param name="index">The frame's index in the batch.</param>
    /// <returns><c>3 * Width * Height</c> bytes.</returns>
    public ReadOnlySpan<byte> this[int index] => pixels.Span.Slice(index * 3 * Width * Height, 3 * Width * Height);
}
