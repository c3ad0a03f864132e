using Mpuc.Media.Faces;
using Mpuc.Media.Pixels;
using Mpuc.Media.Video;
using Mpuc.Plugins.Landmarks.Detection;
using Serilog.Core;
using TorchSharp;

namespace Mpuc.Plugins.Landmarks.Tests.Detection;

/// <summary>
/// Real faces, where the GRID clips and the package's weights are there; the expected points are PyTorch's, from
/// tests/golden/landmarks_68.py.
/// </summary>
[TestFixture]
internal sealed class GridFacesTests
{
    [TestCase("bbaf2n")]
    [TestCase("brbk7n")]
    [TestCase("lbax4n")]
    [TestCase("lrwp9a")]
    [TestCase("pwij3p")]
    public async Task The_points_of_a_face_in_a_video_are_PyTorchs_within_half_a_pixel(string name)
    {
        var file = TestData.Golden("landmarks_68.json");
        var face = file["faces"]![name]!;
        var square = face["square"]!.Numbers();
        using var network = Landmark68NetTests.PackageNetwork();
        var pixels = new float[3 * Landmark68Net.Side * Landmark68Net.Side];
        await ForFrameAsync(TestData.Shared("grid", $"{name}.mpg"), (int)file["frame"]!, (frame, width, height) =>
            SquareCrop.Cut(
                frame,
                width,
                height,
                new FaceBox(square[0], square[1], square[0] + square[2], square[1] + square[2]),
                Landmark68Net.Side,
                pixels));

        using var crop = torch.tensor(pixels, 1, 3, Landmark68Net.Side, Landmark68Net.Side);
        using var points = network.Locate(crop);

        var actual = points.data<float>().ToArray().Select((value, index) => (value * square[2]) + square[index % 2]);
        Assert.That(actual, Is.EqualTo(face["points"]!.Numbers()).Within(0.5));
    }

    [Test]
    public async Task A_talking_face_becomes_an_upright_sequence_whose_lips_move_more_than_its_brows()
    {
        using var scope = torch.NewDisposeScope();
        using var encoder = new EncoderUnderTest([.. TestWeights.Options, ("frameRate", 25.0)]);

        using var sequence = await encoder.Encoder.ReadAsync(
            new ModalitySource(TestData.Shared("grid", "bbaf2n.mpg")), CancellationToken.None);

        Assert.That(sequence.Length, Is.InRange(73, 76));
        var mean = sequence.Values.mean([0]);
        Assert.That(
            mean.narrow(0, 0, 10).mean([0])[1].item<float>(),
            Is.LessThan(mean.narrow(0, 19, 12).mean([0])[1].item<float>()),
            "brows above eyes");
        Assert.That(
            mean.narrow(0, 19, 12).mean([0])[1].item<float>(),
            Is.LessThan(mean.narrow(0, 31, 20).mean([0])[1].item<float>()),
            "eyes above lips");

        // How far apart the lips are, and how far the brows are from the eyes: what moves with the whole head cancels out.
        var lips = (sequence.Values[torch.TensorIndex.Colon, 49, 1] - sequence.Values[torch.TensorIndex.Colon, 45, 1]).std().item<float>();
        var brows = (sequence.Values[torch.TensorIndex.Colon, 2, 1] - sequence.Values[torch.TensorIndex.Colon, 20, 1]).std().item<float>();
        Assert.That(lips, Is.GreaterThan(brows));
    }

    [Test]
    public async Task A_preview_shows_the_frames_with_the_face_and_its_points()
    {
        using var encoder = new EncoderUnderTest(TestWeights.Options);

        var preview = await encoder.Encoder.PreviewAsync(
            new ModalitySource(TestData.Shared("grid", "lrwp9a.mpg")), 4, CancellationToken.None);

        Assert.That(preview.Pictures, Has.Count.EqualTo(4));
        foreach (var picture in preview.Pictures)
        {
            var box = picture.Boxes.Single(candidate => candidate.Used);
            Assert.That((picture.Width, picture.Height), Is.EqualTo((360, 288)));
            Assert.That(picture.Points, Has.Count.EqualTo(68));
            Assert.That(
                picture.Points.Skip(17).All(point =>
                    point.X > box.Left && point.X < box.Right && point.Y > box.Top && point.Y < box.Bottom),
                Is.True);
            Assert.That(picture.Pixels.ToArray().Max(), Is.Positive);
        }
    }

    private static async Task ForFrameAsync(string path, int index, Action<ReadOnlySpan<byte>, int, int> use)
    {
        var reader = new VideoReader(new VideoReadingOptions { FrameRate = 25 }, Logger.None);
        var video = await reader.OpenAsync(new ModalitySource(path), CancellationToken.None);
        await foreach (var batch in video.ReadAsync(CancellationToken.None))
        {
            if (index >= batch.First && index < batch.First + batch.Count)
            {
                use(batch[index - batch.First], batch.Width, batch.Height);
            }
        }
    }
}
