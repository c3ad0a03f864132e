using Mpuc.Media.Faces.Finding;
using Mpuc.Media.Video;
using Serilog.Core;
using TorchSharp;

namespace Mpuc.Plugins.Face.Tests;

/// <summary>GRID's talking faces, where they lie beside the repository, found by MTCNN.</summary>
[TestFixture]
internal sealed class RealRecordingsTests
{
    private TemporaryFolder _folder = null!;
    private MemoryLog _log = null!;

    [SetUp]
    public void SetUp() => (_folder, _log) = (new TemporaryFolder(), new MemoryLog());

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [TestCase("bbaf2n.mpg")]
    [TestCase("pwij3p.mpg")]
    public async Task A_talking_face_fills_its_crops(string clip)
    {
        using var encoder = FaceEncoderTests.Encoder(_log.Logger, TestWeights.Mtcnn);

        using var sequence = await encoder.ReadAsync(Grid(clip), CancellationToken.None);

        Assert.That(sequence.Length, Is.EqualTo(8));
        Assert.That(_log.Messages, Is.Empty);
        await AssertFacesInTheMiddleAsync(sequence.Values);
    }

    [Test]
    public async Task Of_two_people_the_larger_face_is_followed_and_the_log_says_so()
    {
        using var encoder = FaceEncoderTests.Encoder(_log.Logger, TestWeights.Mtcnn);
        var both = Clips.Run(
            [
                "-i",
                Grid("bbaf2n.mpg").Path,
                "-i",
                Grid("lbax4n.mpg").Path,
                "-filter_complex",
                "[1]scale=180:144,pad=360:288[b];[0][b]hstack",
                "-c:v",
                "ffv1",
                "-an",
            ],
            _folder.File("both.mkv"));

        var preview = await encoder.PreviewAsync(new ModalitySource(both), 3, CancellationToken.None);

        Assert.That(_log.Messages, Has.One.Contains("shows 2 faces; the one around column 15"));
        foreach (var picture in preview.Pictures)
        {
            Assert.That(picture.Boxes.Select(box => box.Used), Is.EqualTo(new[] { false, true }));
            Assert.That(picture.Boxes[1].Right, Is.LessThan(360));
            Assert.That(picture.Boxes[0].Left, Is.GreaterThan(360));
        }
    }

    [Test]
    public async Task A_face_that_goes_away_leaves_frames_of_the_mean_colour_and_a_warning()
    {
        using var encoder = FaceEncoderTests.Encoder(_log.Logger, [.. TestWeights.Mtcnn, ("frameRate", 5.0)]);
        var path = Clips.Run(
            ["-i", Grid("bbaf2n.mpg").Path, "-vf", "tpad=stop_duration=3:color=black", "-c:v", "ffv1", "-an"], _folder.File("away.mkv"));

        using var sequence = await encoder.ReadAsync(new ModalitySource(path), CancellationToken.None);

        Assert.That(sequence.Length, Is.EqualTo(30));
        Assert.That(sequence.Values.narrow(0, 16, 14).abs().max().item<float>(), Is.Zero);
        Assert.That(_log.Messages, Has.One.Contains("shows no face in 15 of 30 frames (50 %)"));
    }

    [Test]
    public void A_recording_without_a_face_is_refused()
    {
        using var encoder = FaceEncoderTests.Encoder(_log.Logger, TestWeights.Mtcnn);
        var path = Clips.Run(["-f", "lavfi", "-i", "testsrc=duration=3:size=320x240:rate=25", "-c:v", "ffv1"], _folder.File("none.mkv"));

        Assert.That(
            () => encoder.ReadAsync(new ModalitySource(path), CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{path}' shows no face in any of the 8 frames that were looked at;"));
    }

    private static ModalitySource Grid(string clip) => new(TestData.Shared("grid", clip));

    // Written as a video once more and read as one: the detector finds one face in every crop, in its middle.
    private async Task AssertFacesInTheMiddleAsync(torch.Tensor crops)
    {
        using var scope = torch.NewDisposeScope();
        var (mean, deviation) = (
            torch.tensor(new[] { 0.43216f, 0.394666f, 0.37645f }).view(3, 1, 1),
            torch.tensor(new[] { 0.22803f, 0.22145f, 0.216989f }).view(3, 1, 1));
        var pixels = ((crops * deviation) + mean)
            .mul(255)
            .round()
            .clamp(0, 255)
            .to_type(torch.ScalarType.Byte)
            .permute(0, 2, 3, 1)
            .contiguous();
        await File.WriteAllBytesAsync(_folder.File("crops.rgb"), pixels.data<byte>().ToArray());
        var path = Clips.Run(
            [
                "-f",
                "rawvideo",
                "-pix_fmt",
                "rgb24",
                "-s",
                "112x112",
                "-r",
                "8",
                "-i",
                _folder.File("crops.rgb"),
                "-c:v",
                "ffv1",
                "-pix_fmt",
                "bgr0",
            ],
            _folder.File("crops.mkv"));
        var options = FaceFindingOptions.From(
            new OptionValues(FaceOptions.Schema, TestWeights.Mtcnn.ToDictionary(option => option.Name, option => option.Value)));
        using var finder = new FaceFinder(
            options, new VideoReader(new VideoReadingOptions { FrameRate = 8 }, Logger.None), new TestWeights(), Logger.None);

        var faces = await finder.FindAsync(new ModalitySource(path), CancellationToken.None);

        Assert.That(faces.Boxes, Has.Count.EqualTo(8));
        Assert.That(faces.Boxes.Select(box => (box!.Value.Left + box.Value.Right) / 2), Is.All.EqualTo(56).Within(8));
        Assert.That(faces.Boxes.Select(box => (box!.Value.Top + box.Value.Bottom) / 2), Is.All.EqualTo(56).Within(8));
    }
}
