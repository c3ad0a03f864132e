using Mpuc.Media.Video;

namespace Mpuc.Media.Faces.Finding;

/// <summary>Takes every frame for a face, for videos of faces that were cut out already.</summary>
internal sealed class WholeFrameDetector : IFaceDetector
{
    public IReadOnlyList<IReadOnlyList<FaceDetection>> Detect(FrameBatch frames) =>
        [.. Enumerable.Range(0, frames.Count).Select(_ => new[] { new FaceDetection(new FaceBox(0, 0, frames.Width, frames.Height), 1) })];

    public void Dispose()
    {
    }
}
