using Mpuc.Media.Faces;
using Mpuc.Media.Video;

namespace Mpuc.Media.Tests.Faces.Finding;

/// <summary>Finds what the test says, frame by frame.</summary>
internal sealed class ScriptedDetector(Func<int, IReadOnlyList<FaceDetection>> facesOf) : IFaceDetector
{
    public bool IsDisposed { get; private set; }

    public IReadOnlyList<IReadOnlyList<FaceDetection>> Detect(FrameBatch frames) =>
        [.. Enumerable.Range(frames.First, frames.Count).Select(facesOf)];

    public void Dispose() => IsDisposed = true;
}
