namespace Mpuc.Media.Faces.Crops;

/// <summary>How faces are cut out.</summary>
/// <param name="Size">The side of a crop in pixels, at least 1.</param>
/// <param name="Margin">By how much the square around a face's box is larger than the box's longer side, as a fraction of it; at least 0.</param>
public sealed record CropOptions(int Size, double Margin)
{
    /// <summary>The square that is cut out for a box.</summary>
    /// <param name="box">The face's box.</param>
    /// <returns>The square around the box's centre; it may reach beyond the picture.</returns>
    public FaceBox SquareAround(FaceBox box)
    {
        var square = box.ToSquare();
        var margin = square.Width * Margin / 2;
        return new FaceBox(square.Left - margin, square.Top - margin, square.Right + margin, square.Bottom + margin);
    }
}
