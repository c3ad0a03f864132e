using Mpuc.Media.Video;

namespace Mpuc.Media.Faces;

/// <summary>A face that a detector found in a frame.</summary>
/// <param name="Box">Where it is.</param>
/// <param name="Score">How sure the detector is, 0 to 1.</param>
public sealed record FaceDetection(FaceBox Box, double Score)
{
    /// <summary>
    /// The eyes (the one on the left of the picture first), the nose and the corners of the mouth (left first), where the detector finds
    /// them; else empty.
    /// </summary>
    public IReadOnlyList<FacePoint> Points { get; init; } = [];
}

/// <summary>A point in a picture, in pixels from the picture's top left corner.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
public readonly record struct FacePoint(double X, double Y);

/// <summary>Finds faces in frames, each frame by itself. Safe for use from several threads.</summary>
public interface IFaceDetector : IDisposable
{
    /// <summary>Finds the faces of a batch of frames.</summary>
    /// <param name="frames">The frames.</param>
    /// <returns>For every frame its faces, the surest first; an empty list for a frame without one.</returns>
    IReadOnlyList<IReadOnlyList<FaceDetection>> Detect(FrameBatch frames);
}
