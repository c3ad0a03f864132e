using Mpuc.Media.Faces;
using Mpuc.Media.Tests.Video;
using Mpuc.Media.Video;
using Serilog.Core;

namespace Mpuc.Media.Tests.Faces;

/// <summary>The faces in GRID's clips that tests/golden/make_face_golden.py found.</summary>
internal static class GoldenFaces
{
    public const double FrameRate = 2;

    public static readonly string[] Clips = ["bbaf2n.mpg", "brbk7n.mpg", "lbax4n.mpg", "lrwp9a.mpg", "pwij3p.mpg"];

    public static IReadOnlyList<IReadOnlyList<FaceDetection>> Expected(string golden, string clip) =>
    [
        .. TestData.Golden(golden)["clips"]![clip]!.AsArray().Select(frame => frame!.AsArray().Select(face =>
        {
            var box = face!["box"]!.AsArray().Select(edge => edge!.GetValue<double>()).ToArray();
            return new FaceDetection(new FaceBox(box[0], box[1], box[2], box[3]), face["score"]!.GetValue<double>())
            {
                Points =
                [
                    .. (face["points"]?.AsArray() ?? []).Select(point =>
                        new FacePoint(point![0]!.GetValue<double>(), point[1]!.GetValue<double>())),
                ],
            };
        }).ToArray()),
    ];

    public static async Task<List<IReadOnlyList<FaceDetection>>> DetectAsync(IFaceDetector detector, string path, double rate = FrameRate)
    {
        Tests.Video.Clips.Require();
        var reader = new VideoReader(new VideoReadingOptions { FrameRate = rate }, Logger.None);
        var faces = new List<IReadOnlyList<FaceDetection>>();
        await foreach (var batch in (
            await reader.OpenAsync(new ModalitySource(path), CancellationToken.None)).ReadAsync(CancellationToken.None))
        {
            faces.AddRange(detector.Detect(batch));
        }

        return faces;
    }

    public static void AssertSame(IReadOnlyList<IReadOnlyList<FaceDetection>> actual, IReadOnlyList<IReadOnlyList<FaceDetection>> expected)
    {
        Assert.That(actual.Select(frame => frame.Count), Is.EqualTo(expected.Select(frame => frame.Count)));
        foreach (var (face, golden) in actual.SelectMany(frame => frame).Zip(expected.SelectMany(frame => frame)))
        {
            Assert.That(face.Score, Is.EqualTo(golden.Score).Within(1e-4));
            Assert.That(Numbers(face), Is.EqualTo(Numbers(golden)).Within(0.01));
        }
    }

    private static double[] Numbers(FaceDetection face) =>
        [face.Box.Left, face.Box.Top, face.Box.Right, face.Box.Bottom, .. face.Points.SelectMany(point => new[] { point.X, point.Y })];
}
