using System.Diagnostics;
using Mpuc.Plugins.Landmarks.Detection;
using Serilog.Core;
using TorchSharp;

namespace Mpuc.Plugins.Landmarks.Tests.Detection;

/// <summary>
/// Videos whose frames are faces already, so that only the 68-point network is needed, with weights from a file of the test's own.
/// </summary>
[TestFixture]
internal sealed class VideoTrackReaderTests
{
    private TemporaryFolder _folder = null!;
    private FormulaStore _store = null!;

    [SetUp]
    public void SetUp() => (_folder, _store) = (new TemporaryFolder(), new FormulaStore());

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task Every_frame_of_a_video_has_its_points_at_the_rate_that_was_asked_for()
    {
        using var encoder = Encoder();

        using var sequence = await encoder.ReadAsync(new ModalitySource(Video()), CancellationToken.None);

        Assert.That(sequence.Values.shape, Is.EqualTo(new long[] { 20, 51, 2 }));
        Assert.That(sequence.FrameRate, Is.EqualTo(10));
        Assert.That(sequence.Values.isfinite().all().item<bool>(), Is.True);
    }

    [Test]
    public async Task Points_are_in_pixels_of_the_frame()
    {
        var options = DetectionOptions.From(Values(), 10);
        using var reader = new VideoTrackReader(options, _store, Logger.None);
        var source = new ModalitySource(Video());

        var face = await reader.FindFaceAsync(source, CancellationToken.None);
        var track = await reader.LocateAsync(face, CancellationToken.None);

        // The square around frames of 64x48 is 64 pixels wide and begins 8 pixels above the picture.
        using var scope = torch.NewDisposeScope();
        using var network = new Landmark68Net(Landmark68NetTests.FormulaWeights.Create());
        await foreach (var crops in Media.Faces.Crops.FaceCrops.ReadAsync(
            face, new Media.Faces.Crops.CropOptions(112, 0), CancellationToken.None))
        {
            var expected = network.Locate(crops.Pixels)[3].data<float>().ToArray();
            Assert.That(
                track.Frames[3].Points,
                Is.EqualTo(expected.Select((value, index) => (value * 64) - (index % 2 == 0 ? 0 : 8))).Within(1e-3));
            crops.Dispose();
        }

        Assert.That(track.Frames, Has.Count.EqualTo(20));
        Assert.That(
            track.Frames.Select(frame => frame.Seconds), Is.EqualTo(Enumerable.Range(0, 20).Select(index => index / 10.0)).Within(1e-9));
    }

    [Test]
    public async Task Weights_are_read_once_and_only_for_videos()
    {
        using var encoder = Encoder();
        Assert.That(_store.Reads, Is.Zero);

        (await encoder.ReadAsync(new ModalitySource(Video()), CancellationToken.None)).Dispose();
        (await encoder.ReadAsync(new ModalitySource(Video()), CancellationToken.None)).Dispose();

        Assert.That(_store.Reads, Is.EqualTo(1));
    }

    [Test]
    public async Task Several_videos_may_be_read_at_once()
    {
        using var encoder = Encoder();
        var source = new ModalitySource(Video());

        var sequences = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => encoder.ReadAsync(source, CancellationToken.None))));

        Assert.That(
            sequences.Select(sequence => sequence.Values.data<float>().ToArray()),
            Is.All.EqualTo(sequences[0].Values.data<float>().ToArray()).Within(1e-5));
        Array.ForEach(sequences, sequence => sequence.Dispose());
    }

    [Test]
    public void A_file_that_is_no_video_is_refused_by_name()
    {
        using var encoder = Encoder();
        Require();
        var path = _folder.Write("a.mp4", "no video");

        Assert.That(
            () => encoder.ReadAsync(new ModalitySource(path), CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.Contains($"'{path}'"));
    }

    private static OptionValues Values() => new(
        LandmarksOptions.Schema,
        new Dictionary<string, object> { ["faces"] = "given", ["frameRate"] = 10.0, ["landmarkWeights"] = "formula" });

    private static void Require()
    {
        if (!Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(
            folder => File.Exists(Path.Combine(folder, "ffmpeg"))))
        {
            Assert.Ignore("ffmpeg is not installed.");
        }
    }

    private LandmarksEncoder Encoder() => new(Values(), _store, Logger.None);

    // Two seconds of a picture that moves.
    private string Video()
    {
        Require();
        var path = Path.Combine(_folder.Path, "a.mkv");
        string[] arguments =
            ["-nostdin", "-y", "-v", "error", "-f", "lavfi", "-i", "testsrc=duration=2:size=64x48:rate=25", "-c:v", "ffv1", path];
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", arguments))!;
        process.WaitForExit();
        return path;
    }

    private sealed class FormulaStore : IWeightsStore
    {
        public int Reads { get; private set; }

        public string CacheFolder => throw new NotSupportedException();

        public string Locate(string nameOrPath) => nameOrPath;

        public IReadOnlyDictionary<string, torch.Tensor> Read(string nameOrPath)
        {
            Reads++;
            return Landmark68NetTests.FormulaWeights.Tensors();
        }
    }
}
