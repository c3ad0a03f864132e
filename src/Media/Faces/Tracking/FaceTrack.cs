namespace Mpuc.Media.Faces.Tracking;

/// <summary>What is taken to be one face over time.</summary>
/// <param name="faces">The face, at most once per frame, in order of time; at least one.</param>
public sealed class FaceTrack(IReadOnlyList<TrackedFace> faces)
{
    /// <summary>The face, at most once per frame, in order of time; at least one.</summary>
    public IReadOnlyList<TrackedFace> Faces { get; } = faces;

    /// <summary>
    /// The areas of its boxes, added up over the frames, in square pixels: large for a face that is long in the picture, and close.
    /// </summary>
    public double Weight { get; } = faces.Sum(face => face.Face.Box.Area);

    /// <summary>The mean of its boxes.</summary>
    /// <returns>The box.</returns>
    public FaceBox MeanBox() => new(
        Faces.Average(face => face.Face.Box.Left),
        Faces.Average(face => face.Face.Box.Top),
        Faces.Average(face => face.Face.Box.Right),
        Faces.Average(face => face.Face.Box.Bottom));
}

/// <summary>A face of a track in one frame.</summary>
/// <param name="Frame">The frame's index in the recording.</param>
/// <param name="Face">The face.</param>
public sealed record TrackedFace(int Frame, FaceDetection Face);
