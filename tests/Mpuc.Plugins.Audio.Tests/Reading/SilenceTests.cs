using Mpuc.Plugins.Audio.Reading;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Mpuc.Plugins.Audio.Tests.Reading;

/// <summary>What is said of a recording that can be read but holds nothing to hear, or less than its header says.</summary>
[TestFixture]
internal sealed class SilenceTests
{
    private readonly Sink _sink = new();

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = new TemporaryFolder();
        _sink.Messages.Clear();
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase(0f)]
    [TestCase(0.25f)]
    public async Task A_silent_recording_is_said_to_be_so_whatever_its_offset(float level)
    {
        var path = await ReadAsync(WavFile.OfFloats(Enumerable.Repeat(level, 8000).ToArray(), 16000));

        Assert.That(
            _sink.Messages,
            Is.EqualTo(
                new[] { $"There is nothing to hear in \"{path}\": it is silent: nothing in it is louder than -80 dB of full scale." }));
    }

    [TestCase(-1f)]
    [TestCase(-0.98f)]
    public async Task Channels_that_cancel_each_other_are_said_to_do_so(float sign)
    {
        await ReadAsync(Stereo(Signals.Noise(8000, 1), sample => sign * sample));

        Assert.That(_sink.Messages.Single(), Does.Contain("its channels cancel each other"));
    }

    [Test]
    public async Task Channels_that_cancel_each_other_in_a_film_are_said_to_do_so()
    {
        var wav = _folder.Write("some.wav", Stereo(Signals.Noise(8000, 1), sample => -sample));

        await Reader().ReadAsync(new ModalitySource(Ffmpeg.Encode(wav, _folder.File("other.flac"))), CancellationToken.None);

        Assert.That(_sink.Messages.Single(), Does.Contain("its channels cancel each other"));
    }

    [TestCase(0f)]
    [TestCase(0.5f)]
    public async Task A_recording_with_sound_in_one_channel_or_both_is_no_cause_for_a_word(float other)
    {
        await ReadAsync(Stereo(Signals.Noise(8000, 1), sample => other * sample));

        Assert.That(_sink.Messages, Is.Empty);
    }

    [Test]
    public async Task A_quiet_recording_is_no_cause_for_a_word()
    {
        await ReadAsync(WavFile.OfFloats(Signals.Noise(8000, 1).Select(sample => 0.001f * sample).ToArray(), 16000));

        Assert.That(_sink.Messages, Is.Empty);
    }

    [Test]
    public async Task A_silent_part_is_named()
    {
        float[] samples = [.. new float[8000], .. Signals.Noise(8000, 1)];
        var path = _folder.Write("some.wav", WavFile.OfFloats(samples, 16000));

        await Reader().ReadAsync(new ModalitySource(path) { End = 0.25 }, CancellationToken.None);
        await Reader().ReadAsync(new ModalitySource(path) { Start = 0.5 }, CancellationToken.None);

        Assert.That(_sink.Messages.Single(), Does.StartWith($"There is nothing to hear in \"{path}\" from 0 s to 0.25 s: it is silent"));
    }

    [Test]
    public async Task A_size_that_the_file_belies_is_told()
    {
        var path = await ReadAsync(
            new WavFile().Format(3, 1, 16000, 32).Chunk("data", [.. Signals.Noise(100, 1).SelectMany(BitConverter.GetBytes)], 0).ToBytes());

        Assert.That(
            _sink.Messages.Single(),
            Does.StartWith($"The size in \"{path}\" is not right: its header says 0 bytes of samples and 400 are there"));
    }

    private static byte[] Stereo(float[] left, Func<float, float> right) =>
        new WavFile()
            .Format(3, 2, 16000, 32)
            .Data([.. left.SelectMany(sample => new[] { sample, right(sample) }).SelectMany(BitConverter.GetBytes)])
            .ToBytes();

    private AudioReader Reader() => new(new ReadingOptions(), new LoggerConfiguration().WriteTo.Sink(_sink).CreateLogger());

    private async Task<string> ReadAsync(byte[] file)
    {
        var path = _folder.Write("some.wav", file);
        await Reader().ReadAsync(new ModalitySource(path), CancellationToken.None);
        return path;
    }

    private sealed class Sink : ILogEventSink
    {
        public List<string> Messages { get; } = [];

        public void Emit(LogEvent logEvent) => Messages.Add(logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
