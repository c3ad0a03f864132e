using Mpuc.Plugins.Audio.Backbones;
using Mpuc.Plugins.Audio.Reading;
using Mpuc.Plugins.Audio.Spectrograms;

namespace Mpuc.Plugins.Audio.Tests;

[TestFixture]
internal sealed class AudioOptionsTests
{
    [Test]
    public void The_schemas_defaults_are_the_records_defaults()
    {
        var options = AudioOptions.From(new OptionValues(AudioOptions.Schema));

        Assert.That(options.Reading, Is.EqualTo(new ReadingOptions()));
        Assert.That(options.Spectrogram, Is.EqualTo(new LogMelOptions()));
        Assert.That(TcnOptions.From(new OptionValues(TcnOptions.Schema)), Is.EqualTo(new TcnOptions()));
        Assert.That(ConvNetOptions.From(new OptionValues(ConvNetOptions.Schema)), Is.EqualTo(new ConvNetOptions()));
    }

    [Test]
    public void Every_option_arrives()
    {
        var options = Read(
            ("sampleRate", 22050),
            ("maxSeconds", 10.0),
            ("decodeTimeout", 5.0),
            ("bands", 80),
            ("frameRate", 100.0),
            ("frameStep", 16),
            ("fftSize", 512),
            ("windowSize", 400),
            ("padding", "reflect"),
            ("power", 1),
            ("melScale", "htk"),
            ("melNorm", "none"),
            ("minFrequency", 50.0),
            ("maxFrequency", 7000.0),
            ("amin", 1e-8), ("topDb", 60.0));

        Assert.That(
            options.Reading,
            Is.EqualTo(new ReadingOptions { SampleRate = 22050, MaxSeconds = 10, DecodeTimeout = TimeSpan.FromSeconds(5) }));
        Assert.That(options.Spectrogram, Is.EqualTo(new LogMelOptions
        {
            SampleRate = 22050,
            Bands = 80,
            FrameRate = 100,
            FrameStep = 16,
            FftSize = 512,
            WindowSize = 400,
            Padding = EdgePadding.Reflect,
            Power = 1,
            MelScale = MelScale.Htk,
            HasEqualAreas = false,
            MinFrequency = 50,
            MaxFrequency = 7000,
            Amin = 1e-8,
            TopDb = 60,
        }));
    }

    [Test]
    public void The_window_and_the_highest_frequency_follow_what_they_are_relative_to()
    {
        var options = Read(("sampleRate", 8000), ("fftSize", 2048)).Spectrogram;

        Assert.That(options.WindowSize, Is.EqualTo(2048));
        Assert.That(options.MaxFrequency, Is.EqualTo(4000));
    }

    [TestCase(16000, 30.0, 533)]
    [TestCase(16000, 100.0, 160)]
    [TestCase(44100, 25.0, 1764)]
    public void The_hop_is_a_whole_number_of_samples(int sampleRate, double frameRate, int hop) =>
        Assert.That(Read(("sampleRate", sampleRate), ("frameRate", frameRate)).Spectrogram.Hop, Is.EqualTo(hop));

    [Test]
    public void Contradictions_are_refused()
    {
        Assert.That(
            () => Read(("fftSize", 256), ("windowSize", 400)),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                "'windowSize' is 400, more than 'fftSize' with 256; it must be at most that."));
        Assert.That(
            () => Read(("maxFrequency", 9000.0)),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                "'maxFrequency' is 9000 Hz, but 16000 samples per second hold none above 8000 Hz."));
        Assert.That(
            () => Read(("minFrequency", 500.0), ("maxFrequency", 500.0)),
            Throws.TypeOf<MpucException>().With.Message.EqualTo("'minFrequency' is 500 Hz; it must lie below 'maxFrequency', 500 Hz."));
    }

    [Test]
    public void An_even_kernel_is_refused_by_both_backbones()
    {
        var even = new Dictionary<string, object> { ["kernelSize"] = 4 };
        const string Message = "'kernelSize' is 4; it must be odd, so that a kernel has a middle frame.";

        Assert.That(
            () => TcnOptions.From(new OptionValues(TcnOptions.Schema, even)), Throws.TypeOf<MpucException>().With.Message.EqualTo(Message));
        Assert.That(
            () => ConvNetOptions.From(new OptionValues(ConvNetOptions.Schema, even)),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(Message));
    }

    private static AudioOptions Read(params (string Name, object Value)[] set) =>
        AudioOptions.From(new OptionValues(AudioOptions.Schema, set.ToDictionary(option => option.Name, option => option.Value)));
}
