using Mpuc.Media.Video;

namespace Mpuc.Media.Faces;

/// <summary>Finds faces in frames, each frame by itself. Safe for use from several threads.</summary>
public interface IFaceDetector : IDisposable
{
    /// <summary>Finds the faces of a batch of frames.</summary>
    /// <param name="frames">The frames.</param>
    /// <returns>For every frame its faces, the surest first; an empty list for a frame without one.</returns>
    IReadOnlyList<IReadOnlyList<FaceDetection>> Detect(FrameBatch frames);
}
