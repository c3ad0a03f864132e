using System.Text.Json.Nodes;
using Mpuc.Plugins.Audio.Spectrograms;
using TorchSharp;

namespace Mpuc.Plugins.Audio.Tests.Spectrograms;

[TestFixture]
internal sealed class LogMelSpectrogramTests
{
    private static readonly JsonNode Golden = TestData.Golden("logmel.json");

    private static readonly float[] GoldenSamples = [.. Golden["samples"]!.Numbers().Select(sample => (float)(sample / 32768))];

    private static IEnumerable<TestCaseData> GoldenCases =>
        Golden["cases"]!.AsArray().Select(node => new TestCaseData(node).SetArgDisplayNames(node!["options"]!.ToJsonString()));

    [TestCaseSource(nameof(GoldenCases))]
    public void Every_value_is_what_the_definitions_give_in_float64(JsonNode node)
    {
        var set = Golden["defaults"]!.AsObject().Concat(node["options"]!.AsObject())
            .GroupBy(pair => pair.Key)
            .ToDictionary(pairs => pairs.Key, pairs => pairs.Last().Value!);
        var expected = node["decibels"]!.AsArray().Select(row => row!.Numbers()).ToArray();

        var actual = Compute(Options(set), GoldenSamples);

        Assert.That(actual, Has.Length.EqualTo(expected.Length));
        for (var frame = 0; frame < expected.Length; frame++)
        {
            Assert.That(actual[frame], Is.EqualTo(expected[frame]).Within(1e-5), $"frame {frame}");
        }
    }

    [Test]
    public void The_frame_rate_is_that_of_whole_hops()
    {
        var spectrogram = new LogMelSpectrogram(new LogMelOptions());

        Assert.That(spectrogram.FrameRate, Is.EqualTo(16000.0 / 533));
    }

    [TestCase(1, 1)]
    [TestCase(532, 1)]
    [TestCase(533, 2)]
    [TestCase(16000, 31)]
    public void Centred_frames_cover_the_recording(int samples, int frames) =>
        Assert.That(Compute(new LogMelOptions(), Signals.Noise(samples, 1)), Has.Length.EqualTo(frames));

    [TestCase(10, 1)]
    [TestCase(1024, 1)]
    [TestCase(1556, 1)]
    [TestCase(1557, 2)]
    public void Frames_without_padding_lie_within_the_recording_but_there_is_always_one(int samples, int frames) =>
        Assert.That(Compute(new LogMelOptions { Padding = EdgePadding.None }, Signals.Noise(samples, 1)), Has.Length.EqualTo(frames));

    [Test]
    public void The_frame_step_keeps_every_so_manyth_frame()
    {
        var samples = Signals.Noise(8000, 2);

        var all = Compute(new LogMelOptions { FrameRate = 100 }, samples);
        var kept = Compute(new LogMelOptions { FrameRate = 100, FrameStep = 16 }, samples);

        Assert.That(kept, Is.EqualTo(all.Where((_, frame) => frame % 16 == 0)));
        var spectrogram = new LogMelSpectrogram(new LogMelOptions { FrameRate = 100, FrameStep = 16 });
        Assert.That(spectrogram.FrameRate, Is.EqualTo(6.25));
    }

    [Test]
    public void The_loudest_value_is_0_dB_and_none_is_below_the_range()
    {
        var values = Compute(new LogMelOptions(), Signals.Tone(1000, 16000, 1)).SelectMany(frame => frame).ToArray();

        Assert.That(values.Max(), Is.Zero);
        Assert.That(values.Min(), Is.EqualTo(-80));
    }

    [Test]
    public void Loudness_of_the_whole_recording_does_not_count()
    {
        var samples = Signals.Noise(8000, 5);
        float[] quieter = [.. samples.Select(sample => sample / 64)];

        Assert.That(
            Compute(new LogMelOptions(), quieter).SelectMany(frame => frame),
            Is.EqualTo(Compute(new LogMelOptions(), samples).SelectMany(frame => frame)).Within(1e-5));
    }

    [Test]
    public void A_tone_is_loudest_in_the_band_around_its_frequency()
    {
        var options = new LogMelOptions();
        var mel = MelFrequency.FromHertz(2000, MelScale.Slaney) / MelFrequency.FromHertz(8000, MelScale.Slaney);

        var frame = Compute(options, Signals.Tone(2000, 16000, 1))[15];

        Assert.That(Array.IndexOf(frame, frame.Max()), Is.EqualTo((mel * 129) - 1).Within(1));
    }

    [TestCase(1)]
    [TestCase(2)]
    public void Silence_is_finite(int power) => Assert.That(
        Compute(new LogMelOptions { Power = power }, new float[16000]),
        Has.All.All.EqualTo(0f));

    [Test]
    public void A_long_recording_equals_its_parts()
    {
        var options = new LogMelOptions
        {
            FrameRate = 1000,
            FftSize = 64,
            WindowSize = 64,
            Bands = 4,
            Padding = EdgePadding.None,
            TopDb = 400,
        };
        var samples = Signals.Noise(16 * 5000, 6);
        samples[32] = 20;

        var whole = Compute(options, samples);
        var part = Compute(options, [.. samples[..64], .. samples[(16 * 2040)..(16 * 2060)]]);

        Assert.That(whole, Has.Length.EqualTo(1 + (((16 * 5000) - 64) / 16)));
        Assert.That(part[0], Is.EqualTo(whole[0]).Within(1e-4));
        for (var frame = 0; frame < 16; frame++)
        {
            Assert.That(part[4 + frame], Is.EqualTo(whole[2040 + frame]).Within(1e-4), $"frame {frame}");
        }
    }

    [Test]
    public void A_recording_too_short_to_be_mirrored_is_refused()
    {
        var spectrogram = new LogMelSpectrogram(new LogMelOptions { Padding = EdgePadding.Reflect });

        Assert.That(
            () => spectrogram.Compute(new float[512], "clip.wav"),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                "'clip.wav' has 512 samples at 16000 Hz; 'padding' reflect needs more than half of 'fftSize' (512), constant needs none."));
        Assert.That(() => spectrogram.Compute(new float[513], "clip.wav").Dispose(), Throws.Nothing);
    }

    [TestCase(128, 1024, 0)]
    [TestCase(128, 256, 13)]
    public void Bands_without_a_bin_are_counted(int bands, int fftSize, int empty)
    {
        var spectrogram = new LogMelSpectrogram(new LogMelOptions { Bands = bands, FftSize = fftSize, WindowSize = fftSize });

        Assert.That(spectrogram.EmptyBands, Is.EqualTo(empty));
    }

    private static LogMelOptions Options(Dictionary<string, JsonNode> set) => new()
    {
        SampleRate = (int)Golden["sampleRate"]!,
        Bands = (int)set["bands"],
        FrameRate = (double)set["frameRate"],
        FrameStep = (int)set["frameStep"],
        FftSize = (int)set["fftSize"],
        WindowSize = (int)set["windowSize"] is > 0 and var size ? size : (int)set["fftSize"],
        Padding = Enum.Parse<EdgePadding>((string)set["padding"]!, ignoreCase: true),
        Power = (int)set["power"],
        MelScale = Enum.Parse<MelScale>((string)set["melScale"]!, ignoreCase: true),
        HasEqualAreas = (string)set["melNorm"]! == "slaney",
        MinFrequency = (double)set["minFrequency"],
        MaxFrequency = (double)set["maxFrequency"] is > 0 and var top ? top : (int)Golden["sampleRate"]! / 2.0,
        Amin = (double)set["amin"],
        TopDb = (double)set["topDb"],
    };

    private static float[][] Compute(LogMelOptions options, float[] samples)
    {
        var spectrogram = new LogMelSpectrogram(options);
        using var values = spectrogram.Compute(samples, "samples");
        Assert.That(values.dtype, Is.EqualTo(torch.ScalarType.Float32));
        return [.. values.data<float>().ToArray().Chunk(options.Bands)];
    }
}
