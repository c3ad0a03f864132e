using Mpuc.Plugins.Audio.Tests.Reading;
using Serilog.Core;
using TorchSharp;

namespace Mpuc.Plugins.Audio.Tests;

[TestFixture]
internal sealed class AudioEncoderTests
{
    private TemporaryFolder _folder = null!;
    private AudioEncoder _encoder = null!;

    [SetUp]
    public void SetUp() => (_folder, _encoder) = (new TemporaryFolder(), Encoder());

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task A_recording_becomes_frames_of_bands_with_the_true_frame_rate()
    {
        using var sequence = await ReadAsync(WavFile.Of(Signals.Noise(32000, 1), 16000));

        Assert.That(sequence.Values.shape, Is.EqualTo(new long[] { 61, 128 }));
        Assert.That(sequence.Values.dtype, Is.EqualTo(torch.ScalarType.Float32));
        Assert.That(sequence.FrameRate, Is.EqualTo(16000.0 / 533));
    }

    [Test]
    public async Task The_papers_settings_give_80_bands_and_every_16th_frame()
    {
        var encoder = Encoder(("bands", 80), ("frameRate", 100.0), ("frameStep", 16));

        using var sequence = await encoder.ReadAsync(
            new ModalitySource(_folder.Write("a.wav", WavFile.Of(Signals.Noise(48000, 1), 16000))), CancellationToken.None);

        Assert.That(sequence.Values.shape, Is.EqualTo(new long[] { 19, 80 }));
        Assert.That(sequence.FrameRate, Is.EqualTo(6.25));
    }

    [Test]
    public async Task Functionals_are_one_frame_without_a_time_axis_whatever_the_recordings_length()
    {
        var encoder = Encoder(("bands", 20), ("summary", "functionals"));
        foreach (var samples in new[] { 8000, 48000 })
        {
            using var sequence = await encoder.ReadAsync(
                new ModalitySource(_folder.Write($"{samples}.wav", WavFile.Of(Signals.Noise(samples, 1), 16000))), CancellationToken.None);

            Assert.That(sequence.Values.shape, Is.EqualTo(new long[] { 1, 140 }));
            Assert.That(sequence.FrameRate, Is.Zero);
            Assert.That(encoder.WindowFrames(3), Is.EqualTo(1));
            Assert.That(encoder.Window(sequence, new TimeWindow(0, 3)).ValidLength, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Relative_to_full_scale_a_recording_half_as_loud_lies_6_dB_lower_and_relative_to_its_maximum_at_the_same_level()
    {
        foreach (var (reference, difference) in new[] { ("fullScale", 20 * Math.Log10(2)), ("maximum", 0) })
        {
            var encoder = Encoder(("reference", reference));
            using var loud = await ToneAsync(encoder, 0.5);
            using var soft = await ToneAsync(encoder, 0.25);

            Assert.That((loud.Values - soft.Values).amax(0, 1).item<float>(), Is.EqualTo(difference).Within(1e-3), reference);
        }

        async Task<ModalitySequence> ToneAsync(AudioEncoder encoder, double amplitude) => await encoder.ReadAsync(
            new ModalitySource(_folder.Write($"{amplitude}.wav", WavFile.OfFloats(Signals.Tone(1000, 16000, 1, amplitude), 16000))),
            CancellationToken.None);
    }

    [Test]
    public async Task Another_sample_rate_gives_nearly_the_same_spectrogram()
    {
        using var direct = await ReadAsync(WavFile.OfFloats(Signals.Tone(1000, 16000, 2), 16000));
        using var resampled = await ReadAsync(WavFile.OfFloats(Signals.Tone(1000, 44100, 2), 44100));

        // Away from the ends, where the tone is switched on and off, and above what resampling leaves of the stop band.
        var difference = (direct.Values - resampled.Values).narrow(0, 5, 50).abs();
        var loud = direct.Values.narrow(0, 5, 50) > -50;
        Assert.That(difference[loud].max().item<float>(), Is.LessThan(0.05));
    }

    [Test]
    public async Task Silence_is_allowed_and_finite()
    {
        using var sequence = await ReadAsync(WavFile.Of(new float[8000], 16000));

        Assert.That(sequence.Values.isfinite().all().item<bool>(), Is.True);
    }

    [TestCase(3.0, 90)]
    [TestCase(1.0, 30)]
    [TestCase(0.001, 1)]
    public void A_window_has_at_least_one_frame(double seconds, int frames) =>
        Assert.That(_encoder.WindowFrames(seconds), Is.EqualTo(frames));

    private static AudioEncoder Encoder(params (string Name, object Value)[] set) =>
        new(new OptionValues(AudioOptions.Schema, set.ToDictionary(option => option.Name, option => option.Value)), Logger.None);

    private Task<ModalitySequence> ReadAsync(byte[] wav) =>
        _encoder.ReadAsync(new ModalitySource(_folder.Write(Path.GetRandomFileName() + ".wav", wav)), CancellationToken.None);

    private async Task<float[]> ValuesAsync(ModalitySource source)
    {
        using var sequence = await _encoder.ReadAsync(source, CancellationToken.None);
        return sequence.Values.data<float>().ToArray();
    }
}
