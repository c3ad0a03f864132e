namespace Mpuc.Media.Faces;

/// <summary>A face that a detector found in a frame.</summary>
/// <param name="Box">Where it is.</param>
/// <param name="Score">How sure the detector is, 0 to 1.</param>
public sealed record FaceDetection(FaceBox Box, double Score)
{
    /// <summary>The eyes (the one on the left of the picture first), the nose and the corners of the mouth (left first), where the detector finds them; else empty.</summary>
    public IReadOnlyList<FacePoint> Points { get; init; } = [];
}
