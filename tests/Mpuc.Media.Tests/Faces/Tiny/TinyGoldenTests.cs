using Mpuc.Media.Faces.Tiny;
using Mpuc.Media.Networks;

namespace Mpuc.Media.Tests.Faces.Tiny;

/// <summary>The detector against a run of the same weights in PyTorch, on GRID's clips.</summary>
[TestFixture]
internal sealed class TinyGoldenTests
{
    private TinyFaceDetector _detector = null!;

    [OneTimeSetUp]
    public void Load() => _detector = new TinyFaceDetector(
        new TinyFaceOptions(), NetworkWeights.Read("the tiny face detector", new TestWeights(), MediaWeights.TinyFaceDetector.Name));

    [OneTimeTearDown]
    public void Dispose() => _detector?.Dispose();

    [TestCaseSource(typeof(GoldenFaces), nameof(GoldenFaces.Clips))]
    public async Task Boxes_and_scores_are_those_of_PyTorch(string clip)
    {
        var faces = await GoldenFaces.DetectAsync(_detector, TestData.Shared("grid", clip));

        GoldenFaces.AssertSame(faces, GoldenFaces.Expected("tiny.json", clip));
    }
}
