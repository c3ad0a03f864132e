namespace Mpuc.Media.Faces;

/// <summary>A rectangle in a picture, in pixels from the picture's top left corner; may reach beyond the picture.</summary>
/// <param name="Left">The left edge.</param>
/// <param name="Top">The upper edge.</param>
/// <param name="Right">The right edge, at least <paramref name="Left"/>.</param>
/// <param name="Bottom">The lower edge, at least <paramref name="Top"/>.</param>
public readonly record struct FaceBox(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The width.</summary>
    public double Width => Right - Left;

    /// <summary>The height.</summary>
    public double Height => Bottom - Top;

    /// <summary>The area; 0 for a box turned inside out.</summary>
    public double Area => Math.Max(0, Width) * Math.Max(0, Height);

    /// <summary>How much two boxes have in common.</summary>
    /// <param name="other">The other box.</param>
    /// <returns>The common area.</returns>
    public double Intersection(FaceBox other) =>
        new FaceBox(
            Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom)).Area;

    /// <summary>Intersection over union.</summary>
    /// <param name="other">The other box.</param>
    /// <returns>0 for boxes without common area, 1 for equal ones.</returns>
    public double Overlap(FaceBox other)
    {
        var common = Intersection(other);
        return common == 0 ? 0 : common / (Area + other.Area - common);
    }

    /// <summary>The square with the same centre whose side is the longer side of the box.</summary>
    /// <returns>The square, which holds the whole box.</returns>
    public FaceBox ToSquare()
    {
        var (side, x, y) = (Math.Max(Width, Height), (Left + Right) / 2, (Top + Bottom) / 2);
        return new FaceBox(x - (side / 2), y - (side / 2), x + (side / 2), y + (side / 2));
    }

    /// <summary>A box between two.</summary>
    /// <param name="from">The box at 0.</param>
    /// <param name="to">The box at 1.</param>
    /// <param name="position">Where between them, 0 to 1.</param>
    /// <returns>The box whose edges lie there.</returns>
    public static FaceBox Interpolate(FaceBox from, FaceBox to, double position) => new(
        double.Lerp(from.Left, to.Left, position),
        double.Lerp(from.Top, to.Top, position),
        double.Lerp(from.Right, to.Right, position),
        double.Lerp(from.Bottom, to.Bottom, position));
}
