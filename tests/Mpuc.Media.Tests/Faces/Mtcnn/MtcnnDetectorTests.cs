using Mpuc.Media.Faces.Mtcnn;
using Mpuc.Media.Tests.Networks;
using Mpuc.Media.Tests.Video;
using Mpuc.Media.Video;
using Serilog.Core;
using TorchSharp;

namespace Mpuc.Media.Tests.Faces.Mtcnn;

[TestFixture]
internal sealed class MtcnnDetectorTests
{
    [Test]
    public void Weights_in_the_wrong_place_are_refused()
    {
        using var proposal = RandomWeights.Proposal();
        using var refinement = RandomWeights.Refinement();

        Assert.That(
            () => new MtcnnDetector(new MtcnnOptions(), proposal, refinement, refinement),
            Throws.TypeOf<MpucException>().With.Message.StartsWith(
                "'random.pt' does not hold the weights of R-Net: 'conv1.weight' has the shape [28, 3, 3, 3] instead of"));
    }

    [TestCase(19, 11)]
    [TestCase(1, 1)]
    [TestCase(300, 5)]
    public void A_frame_smaller_than_any_face_has_none(int width, int height)
    {
        using var detector = Random(new MtcnnOptions());

        Assert.That(detector.Detect(new FrameBatch(width, height, new byte[3 * width * height])).Single(), Is.Empty);
    }

    [Test]
    public void Regions_beyond_the_frame_do_no_harm()
    {
        // Random weights propose regions everywhere, and move them anywhere.
        using var detector = Random(new MtcnnOptions { ProposalScore = 0, RefinementScore = 0, MinScore = 0 });
        var pixels = new byte[3 * 60 * 40];
        new System.Random(1).NextBytes(pixels);

        Assert.That(() => detector.Detect(new FrameBatch(60, 40, pixels)), Throws.Nothing);
    }

    [Test]
    public void Detection_leaves_no_tensor_behind()
    {
        using var detector = Random(new MtcnnOptions { ProposalScore = 0.3, RefinementScore = 0.3, MinScore = 0.3 });
        var frames = new FrameBatch(60, 40, new byte[5 * 3 * 60 * 40]);
        detector.Detect(frames);

        Assert.That(LiveTensors.LeftBy(() => detector.Detect(frames)), Is.Zero);
    }

    [Test]
    public async Task The_faces_of_a_frame_do_not_depend_on_its_batch()
    {
        using var detector = MtcnnGoldenTests.Detector(new MtcnnOptions());
        Clips.Require();
        var reader = new VideoReader(new VideoReadingOptions { FrameRate = 4 }, Logger.None);
        var video = await reader.OpenAsync(new ModalitySource(TestData.Shared("grid", "bbaf2n.mpg")), CancellationToken.None);

        await foreach (var batch in video.ReadAsync(CancellationToken.None))
        {
            var together = detector.Detect(batch);
            for (var frame = 0; frame < batch.Count; frame++)
            {
                var alone = detector.Detect(new FrameBatch(batch.Width, batch.Height, batch[frame].ToArray())).Single().Single();
                Assert.That(together[frame].Single().Score, Is.EqualTo(alone.Score).Within(1e-5));
                Assert.That(together[frame].Single().Box.Overlap(alone.Box), Is.GreaterThan(0.999));
            }
        }
    }

    [Test]
    public async Task Two_people_side_by_side_are_two_faces()
    {
        using var folder = new TemporaryFolder();
        using var detector = MtcnnGoldenTests.Detector(new MtcnnOptions());
        var (left, right) = (TestData.Shared("grid", "bbaf2n.mpg"), TestData.Shared("grid", "lbax4n.mpg"));
        var both = Clips.Run(["-i", left, "-i", right, "-filter_complex", "hstack", "-c:v", "ffv1", "-an"], folder.File("both.mkv"));

        var faces = await GoldenFaces.DetectAsync(detector, both);

        Assert.That(faces.Select(frame => frame.Count), Is.All.EqualTo(2));
        foreach (var frame in faces)
        {
            Assert.That(frame.Select(face => face.Box.Left).Order().Select(column => column < 360), Is.EqualTo(new[] { true, false }));
        }
    }

    [Test]
    public async Task A_larger_least_face_leaves_small_ones_out()
    {
        using var detector = MtcnnGoldenTests.Detector(new MtcnnOptions { MinFaceSize = 280 });

        var faces = await GoldenFaces.DetectAsync(detector, TestData.Shared("grid", "bbaf2n.mpg"));

        Assert.That(faces.SelectMany(frame => frame), Is.Empty);
    }

    [Test]
    public async Task Noise_and_test_patterns_show_no_face()
    {
        using var folder = new TemporaryFolder();
        using var detector = MtcnnGoldenTests.Detector(new MtcnnOptions());

        var faces = await GoldenFaces.DetectAsync(detector, Clips.Colours(folder.File("pattern.mkv"), 1, "320x240", "-c:v", "ffv1"));

        Assert.That(faces.SelectMany(frame => frame), Is.Empty);
    }

    private static MtcnnDetector Random(MtcnnOptions options) =>
        new(options, RandomWeights.Proposal(), RandomWeights.Refinement(), RandomWeights.Output());
}
