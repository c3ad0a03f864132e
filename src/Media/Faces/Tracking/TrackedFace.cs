namespace Mpuc.Media.Faces.Tracking;

/// <summary>A face of a track in one frame.</summary>
/// <param name="Frame">The frame's index in the recording.</param>
/// <param name="Face">The face.</param>
public sealed record TrackedFace(int Frame, FaceDetection Face);
