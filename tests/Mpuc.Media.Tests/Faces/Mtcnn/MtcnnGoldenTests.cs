using Mpuc.Media.Faces.Mtcnn;
using Mpuc.Media.Networks;

namespace Mpuc.Media.Tests.Faces.Mtcnn;

/// <summary>The detector against a run of the same weights in PyTorch, on GRID's clips.</summary>
[TestFixture]
internal sealed class MtcnnGoldenTests
{
    private MtcnnDetector _detector = null!;

    [OneTimeSetUp]
    public void Load() => _detector = Detector(new MtcnnOptions());

    [OneTimeTearDown]
    public void Dispose() => _detector?.Dispose();

    [TestCaseSource(typeof(GoldenFaces), nameof(GoldenFaces.Clips))]
    public async Task Boxes_scores_and_points_are_those_of_PyTorch(string clip)
    {
        var faces = await GoldenFaces.DetectAsync(_detector, TestData.Shared("grid", clip));

        GoldenFaces.AssertSame(faces, GoldenFaces.Expected("mtcnn.json", clip));
    }

    internal static MtcnnDetector Detector(MtcnnOptions options)
    {
        var store = new TestWeights();
        NetworkWeights Read(string name) => NetworkWeights.Read(name, store, TestData.Shared("weights", "facenet-mtcnn", name + ".pt"));
        return new MtcnnDetector(options, Read("pnet"), Read("rnet"), Read("onet"));
    }
}
