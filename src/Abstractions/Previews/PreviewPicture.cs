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
        : throw new ArgumentException(
            $"A picture of {width}x{height} has {3L * width * height} bytes, not {pixels.Length}.", nameof(pixels));

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

/// <summary>A box in a picture, in pixels from the top left corner; may reach beyond the picture.</summary>
/// <param name="Left">The left edge.</param>
/// <param name="Top">The upper edge.</param>
/// <param name="Right">The right edge.</param>
/// <param name="Bottom">The lower edge.</param>
/// <param name="Caption">A few words, such as a score; empty for none.</param>
/// <param name="Used">Whether the encoder uses what is in the box; false for one that it saw and left out.</param>
public sealed record PreviewBox(double Left, double Top, double Right, double Bottom, string Caption = "", bool Used = true);

/// <summary>A point in a picture, in pixels from the top left corner.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
/// <param name="Used">Whether the encoder uses the point; false for one that it saw and left out.</param>
public readonly record struct PreviewPoint(double X, double Y, bool Used = true);
