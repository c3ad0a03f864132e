using Serilog;
using Serilog.Core;
using TorchSharp;

namespace Mpuc.Plugins.Face.Tests;

/// <summary>The encoder on videos whose frames are given as faces, so that no weights are needed.</summary>
[TestFixture]
internal sealed class FaceEncoderTests
{
    private TemporaryFolder _folder = null!;
    private FaceEncoder _encoder = null!;

    [SetUp]
    public void SetUp() => (_folder, _encoder) = (new TemporaryFolder(), Encoder());

    [TearDown]
    public void TearDown()
    {
        _encoder.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task Three_seconds_become_eight_crops()
    {
        using var sequence = await _encoder.ReadAsync(Grey(3), CancellationToken.None);

        Assert.That(sequence.Values.shape, Is.EqualTo(new long[] { 8, 3, 112, 112 }));
        Assert.That(sequence.Values.dtype, Is.EqualTo(torch.ScalarType.Float32));
        Assert.That(sequence.FrameRate, Is.EqualTo(8.0 / 3));
    }

    [Test]
    public async Task Colours_are_standardised_by_those_of_Kinetics()
    {
        using var sequence = await _encoder.ReadAsync(Grey(1), CancellationToken.None);

        // Every pixel is 128 of 255.
        double[] expected =
            [((128 / 255.0) - 0.43216) / 0.22803, ((128 / 255.0) - 0.394666) / 0.22145, ((128 / 255.0) - 0.37645) / 0.216989];
        Assert.That(sequence.Values.mean([0, 2, 3]).data<float>().ToArray(), Is.EqualTo(expected).Within(1e-4));
        Assert.That(sequence.Values.select(1, 0).std().item<float>(), Is.LessThan(1e-4));
    }

    [TestCase(3.0, 8)]
    [TestCase(1.0, 3)]
    [TestCase(0.01, 1)]
    public void A_window_has_at_least_one_frame(double seconds, int frames) =>
        Assert.That(_encoder.WindowFrames(seconds), Is.EqualTo(frames));

    [Test]
    public async Task A_window_of_a_shorter_recording_is_padded()
    {
        using var sequence = await _encoder.ReadAsync(Grey(1.2), CancellationToken.None);

        using var window = _encoder.Window(sequence, new TimeWindow(0, 3));

        Assert.That(window.Values.shape, Is.EqualTo(new long[] { 8, 3, 112, 112 }));
        Assert.That(window.ValidLength, Is.EqualTo(4));
        Assert.That(window.Values.narrow(0, 4, 4).abs().max().item<float>(), Is.Zero);
    }

    [Test]
    public async Task A_part_of_a_recording_is_read()
    {
        using var sequence = await _encoder.ReadAsync(Grey(3) with { Start = 0.75, End = 1.5 }, CancellationToken.None);

        Assert.That(sequence.Length, Is.EqualTo(2));
    }

    [Test]
    public async Task The_crops_size_and_rate_are_options()
    {
        using var encoder = Encoder(("frameRate", 5.0), ("size", 32));

        using var sequence = await encoder.ReadAsync(Grey(1), CancellationToken.None);

        Assert.That(sequence.Values.shape, Is.EqualTo(new long[] { 5, 3, 32, 32 }));
    }

    [Test]
    public async Task Reading_leaves_no_tensor_behind()
    {
        var source = Grey(1);
        (await _encoder.ReadAsync(source, CancellationToken.None)).Dispose();

        var left = await LiveTensors.LeftByAsync(async () => (await _encoder.ReadAsync(source, CancellationToken.None)).Dispose());

        Assert.That(left, Is.Zero);
    }

    [Test]
    public void A_failed_reading_leaves_no_tensor_behind()
    {
        var source = Grey(1) with { Start = 30 };

        var left = LiveTensors.LeftBy(() => Assert.That(
            () => _encoder.ReadAsync(source, CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"'{source.Path}' has no picture from 30 s on; check the file and the span.")));

        Assert.That(left, Is.Zero);
    }

    [Test]
    public void A_cancelled_reading_ends() => Assert.That(
        () => _encoder.ReadAsync(Grey(1), new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());

    [Test]
    public void Missing_weights_are_named_when_the_first_recording_is_read()
    {
        using var encoder = Encoder(("faces", "detect"));

        Assert.That(
            () => encoder.ReadAsync(Grey(1), CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.EqualTo("There are no weights 'tiny-face-detector' here."));
    }

    [Test]
    public async Task Several_recordings_may_be_read_at_once()
    {
        var source = Grey(1);

        var lengths = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            using var sequence = await _encoder.ReadAsync(source, CancellationToken.None);
            return sequence.Values.mean().item<float>();
        })));

        Assert.That(lengths, Is.All.EqualTo(lengths[0]));
    }

    [Test]
    public async Task The_preview_shows_the_whole_frames_of_given_faces()
    {
        var preview = await _encoder.PreviewAsync(Grey(3), 4, CancellationToken.None);

        Assert.That(preview.Caption, Is.EqualTo("8 face crops of 112x112 at 2.67 frames/s, faces as given; 0 without a face"));
        Assert.That(preview.Duration, Is.EqualTo(3).Within(1e-9));
        Assert.That(preview.Pictures.Select(picture => picture.Start), Is.EqualTo(new[] { 0.375, 1.125, 1.875, 2.625 }).Within(1e-9));
        Assert.That(preview.Pictures.Select(picture => (picture.Width, picture.Height)), Is.All.EqualTo((64, 64)));
        Assert.That(preview.Pictures.SelectMany(picture => picture.Boxes), Is.All.EqualTo(new PreviewBox(0, 0, 64, 64, "1.00")));
    }

    [Test]
    public async Task A_preview_has_no_more_pictures_than_the_recording_frames()
    {
        var preview = await _encoder.PreviewAsync(Grey(1), 50, CancellationToken.None);

        Assert.That(preview.Pictures, Has.Count.EqualTo(3));
    }

    internal static FaceEncoder Encoder(params (string Name, object Value)[] set) => Encoder(Logger.None, [("faces", "given"), .. set]);

    internal static FaceEncoder Encoder(ILogger logger, params (string Name, object Value)[] set)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in set)
        {
            values[name] = value;
        }

        return new FaceEncoder(new OptionValues(FaceOptions.Schema, values), new TestWeights(), logger);
    }

    private ModalitySource Grey(double seconds) => new(Clips.Run(
        [
            "-f",
            "lavfi",
            "-i",
            FormattableString.Invariant($"color=0x808080:size=64x64:rate=25:duration={seconds},format=gbrp"),
            "-c:v",
            "ffv1",
        ],
        _folder.File(FormattableString.Invariant($"grey{seconds}.mkv"))));
}
