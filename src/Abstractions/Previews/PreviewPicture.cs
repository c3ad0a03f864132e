namespace Mpuc;

/// <summary>A picture with marks on it.</summary>
/// <param name="width">Columns, at least 1.</param>
/// <param name="height">Rows, at least 1.</param>
/// <param name="pixels">Red, green, blue, a byte each, row by row from the top: <c>3 * width * height</c> bytes; kept, not copied.</param>
/// <exception cref="ArgumentException">The number of bytes does not fit the size.</exception>
public sealed class PreviewPicture(int width, int height, byte[] pixels)
{
    /// <summary>Columns.</summary>
    public int Width { get; } = width;

    /// <summary>Rows.</summary>
    public int Height { get; } = height;

    /// <summary>Red, green, blue, a byte each, row by row from the top.</summary>
    public ReadOnlyMemory<byte> Pixels { get; } = pixels.Length == 3L * width * height
        ? pixels
        : throw new ArgumentException($"A picture of {width}x{height} has {3L * width * height} bytes, not {pixels.Length}.", nameof(pixels));

    /// <summary>Where the picture lies in the recording, in seconds from its start.</summary>
    public double Start { get; init; }

    /// <summary>Seconds that the picture covers; 0 for a single frame.</summary>
    public double Duration { get; init; }

    /// <summary>A few words to print below the picture; empty for none.</summary>
    public string Caption { get; init; } = string.Empty;

    /// <summary>Boxes to draw.</summary>
    public IReadOnlyList<PreviewBox> Boxes { get; init; } = [];

    /// <summary>Points to draw.</summary>
    public IReadOnlyList<PreviewPoint> Points { get; init; } = [];

    /// <summary>Lines to draw between points, as pairs of indices into <see cref="Points"/>.</summary>
    public IReadOnlyList<(int From, int To)> Edges { get; init; } = [];
}
