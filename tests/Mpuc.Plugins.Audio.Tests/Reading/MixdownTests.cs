using Mpuc.Plugins.Audio.Reading;
using Serilog.Core;

namespace Mpuc.Plugins.Audio.Tests.Reading;

/// <summary>The same sound gives the same samples whoever decodes it: the mean of its channels, resampled by the same filter.</summary>
[TestFixture]
internal sealed class MixdownTests
{
    private readonly AudioReader _reader = new(new ReadingOptions(), Logger.None);

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("flac", 1, 16000)]
    [TestCase("flac", 2, 16000)]
    [TestCase("flac", 6, 16000)]
    [TestCase("flac", 8, 48000)]
    [TestCase("flac", 1, 44100)]
    [TestCase("flac", 2, 44100)]
    [TestCase("aiff", 2, 22050)]
    [TestCase("w64", 4, 48000)]
    [TestCase("mov", 2, 48000)]
    [TestCase("mka", 3, 8000)]
    public async Task Samples_through_ffmpeg_are_those_of_the_wav_file(string extension, int channels, int rate)
    {
        var wav = Noise(channels, rate);
        string[] codec = extension is "flac" or "aiff" or "w64" ? [] : ["-c:a", "pcm_s16le"];
        var other = Ffmpeg.Encode(wav, _folder.File($"other.{extension}"), codec);

        Assert.That(await ReadAsync(new ModalitySource(other)), Is.EqualTo(await ReadAsync(new ModalitySource(wav))).Within(1e-6));
    }

    [Test]
    public async Task A_span_through_ffmpeg_is_that_of_the_wav_file()
    {
        var wav = Noise(2, 44100);
        var other = Ffmpeg.Encode(wav, _folder.File("other.flac"));

        Assert.That(
            await ReadAsync(new ModalitySource(other) { Start = 0.123, End = 0.4 }),
            Is.EqualTo(await ReadAsync(new ModalitySource(wav) { Start = 0.123, End = 0.4 })).Within(1e-6));
    }

    [Test]
    public async Task A_voice_in_both_channels_is_as_loud_as_in_one()
    {
        var tone = Signals.Tone(440, 16000, 1);
        byte[] both = [.. tone.SelectMany(sample => new[] { sample, sample }).SelectMany(BitConverter.GetBytes)];
        var wav = _folder.Write("both.wav", new WavFile().Format(3, 2, 16000, 32).Data(both).ToBytes());
        var other = Ffmpeg.Encode(wav, _folder.File("both.flac"));

        Assert.That(Signals.Amplitude(await ReadAsync(new ModalitySource(other)), 440, 16000), Is.EqualTo(0.5).Within(0.001));
    }

    private Task<float[]> ReadAsync(ModalitySource source) => _reader.ReadAsync(source, CancellationToken.None);

    private string Noise(int channels, int rate)
    {
        var samples = Signals.Noise(channels * rate / 2, 1).SelectMany(sample => BitConverter.GetBytes((short)(sample * 10000)));
        return _folder.Write("noise.wav", new WavFile().Format(1, channels, rate, 16).Data([.. samples]).ToBytes());
    }
}
