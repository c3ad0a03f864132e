using Mpuc.Plugins.Landmarks.Graphs;
using Mpuc.Plugins.Landmarks.Reading;

namespace Mpuc.Plugins.Landmarks.Previews;

/// <summary>A strip of pictures of a track, the points of a face on black, all at one scale, so that one sees the face move.</summary>
internal static class TrackPictures
{
    private const int Height = 240;
    private const int Margin = 12;
    private const int MaxWidth = 4 * Height;

    /// <summary>The graph's edges between the 68 points.</summary>
    public static IReadOnlyList<(int From, int To)> Edges { get; } =
        [.. FaceGraph.Edges.Select(edge => (edge.From + FaceGraph.JawPoints, edge.To + FaceGraph.JawPoints))];

    /// <summary>Draws frames at equal distances in time.</summary>
    /// <param name="pictures">How many to draw at most.</param>
    /// <returns>The pictures; a failed frame has no points.</returns>
    public static IReadOnlyList<PreviewPicture> Draw(LandmarkTrack track, int pictures)
    {
        var count = Math.Min(pictures, track.Frames.Count);
        var frames = Enumerable.Range(0, count).Select(index => track.Frames[index * track.Frames.Count / count]).ToArray();
        var (left, right) = Extent(track, 0);
        var (top, bottom) = Extent(track, 1);
        var scale = (Height - (2 * Margin)) / Math.Max(1e-6, bottom - top);
        var width = (int)Math.Clamp(Math.Ceiling((scale * (right - left)) + (2 * Margin)), 1, MaxWidth);
        return [.. frames.Select(frame => new PreviewPicture(width, Height, new byte[3 * width * Height])
        {
            Start = frame.Seconds - track.Frames[0].Seconds,
            Caption = frame.IsValid ? string.Empty : "failed",
            Points = frame.IsValid ? Points(frame, (x, y) => (((x - left) * scale) + Margin, ((y - top) * scale) + Margin)) : [],
            Edges = frame.IsValid ? Edges : [],
        })];
    }

    /// <summary>The points of a frame as marks; those of the jaw count as left out.</summary>
    /// <param name="place">Where in the picture a point of the frame lies.</param>
    /// <returns>68 points.</returns>
    public static IReadOnlyList<PreviewPoint> Points(TrackedFrame frame, Func<double, double, (double X, double Y)> place) =>
        [.. Enumerable.Range(0, FaceGraph.Points).Select(index =>
        {
            var (x, y) = place(frame.Points[2 * index], frame.Points[(2 * index) + 1]);
            return new PreviewPoint(x, y, Used: index >= FaceGraph.JawPoints);
        })];

    private static (double Least, double Most) Extent(LandmarkTrack track, int axis)
    {
        var values = track.ValidFrames.SelectMany(frame => frame.Points.Where((_, index) => index % 2 == axis)).ToArray();
        return (values.Min(), values.Max());
    }
}
