using Mpuc.Media.Faces;

namespace Mpuc.Media.Tests.Faces;

/// <summary>Made-up faces.</summary>
internal static class Some
{
    public static FaceDetection Face(double left, double top = 0, double side = 100, double score = 0.9) =>
        new(new FaceBox(left, top, left + side, top + side), score);

    public static IReadOnlyList<FaceDetection> Frame(params FaceDetection[] faces) => faces;
}
