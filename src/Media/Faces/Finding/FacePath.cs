using Mpuc.Media.Faces.Tracking;
using Mpuc.Media.Video;

namespace Mpuc.Media.Faces.Finding;

/// <summary>Where the main face of a recording is, frame by frame.</summary>
public sealed class FacePath
{
    private readonly HashSet<int> _detected;

    internal FacePath(
        VideoRecording video,
        IReadOnlyList<IReadOnlyList<FaceDetection>> detections, IReadOnlyList<FaceTrack> tracks, IReadOnlyList<FaceBox?> boxes)
    {
        (Video, Detections, Tracks, Boxes) = (video, detections, tracks, boxes);
        _detected = [.. Main.Faces.Select(face => face.Frame)];
    }

    /// <summary>The recording, whose frames may be read again.</summary>
    public VideoRecording Video { get; }

    /// <summary>All faces of every frame.</summary>
    public IReadOnlyList<IReadOnlyList<FaceDetection>> Detections { get; }

    /// <summary>All faces over time, the main face first.</summary>
    public IReadOnlyList<FaceTrack> Tracks { get; }

    /// <summary>The face that is followed: the one whose boxes cover the greatest area, added up over the frames.</summary>
    public FaceTrack Main => Tracks[0];

    /// <summary>The main face's box in every frame, short gaps filled; null where it is missing for longer.</summary>
    public IReadOnlyList<FaceBox?> Boxes { get; }

    /// <summary>The number of frames without a box.</summary>
    public int Missing => Boxes.Count(box => box is null);

    /// <summary>Whether the detector found the main face in a frame.</summary>
    /// <param name="frame">The frame's index.</param>
    /// <returns>False where its place is interpolated or unknown.</returns>
    public bool IsDetected(int frame) => _detected.Contains(frame);
}
