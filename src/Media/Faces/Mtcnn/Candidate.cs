namespace Mpuc.Media.Faces.Mtcnn;

/// <summary>A region that may hold a face.</summary>
/// <param name="Frame">The frame's index in the batch.</param>
/// <param name="Box">The region.</param>
/// <param name="Score">The score, 0 to 1.</param>
/// <param name="Shift">By how much the network would move the left, top, right and bottom edge, relative to the region's size.</param>
internal readonly record struct Candidate(int Frame, FaceBox Box, float Score, EdgeShift Shift)
{
    /// <summary>The corrected region.</summary>
    /// <param name="border">1 where the box's edges are its outermost pixels, 0 where they lie between pixels.</param>
    /// <returns>The box with every edge moved.</returns>
    public FaceBox Corrected(int border)
    {
        var (width, height) = (Box.Width + border, Box.Height + border);
        return new FaceBox(
            Box.Left + (Shift.Left * width), Box.Top + (Shift.Top * height), Box.Right + (Shift.Right * width), Box.Bottom + (Shift.Bottom * height));
    }
}
