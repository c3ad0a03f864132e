using System.Diagnostics;
using Mpuc.Plugins.Audio.Reading;
using Mpuc.Plugins.Audio.Reading.Ffmpeg;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Mpuc.Plugins.Audio.Tests.Reading;

/// <summary>How the child process is watched and ended, tried with scripts in ffmpeg's place.</summary>
[TestFixture]
[Platform("Linux")]
internal sealed class FfmpegProcessTests
{
    // The start of what ffmpeg writes: AU, big-endian float32, 16000 samples per second, one channel.
    private const string Header = @"printf '.snd\0\0\0\030\0\0\0\0\0\0\0\006\0\0\076\200\0\0\0\001'";

    private TemporaryFolder _folder = null!;
    private ModalitySource _source = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = new TemporaryFolder();
        _source = new ModalitySource(_folder.Write("clip.mp4", [1, 2, 3]));
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_process_that_takes_too_long_is_ended()
    {
        var decoder = Decoder("echo $$ > pid; sleep 600", new ReadingOptions { DecodeTimeout = TimeSpan.FromSeconds(0.5) });

        Assert.That(
            () => decoder.ReadAsync(_source, CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"ffmpeg did not finish reading '{_source.Path}' within 0.5 s; raise 'decodeTimeout' if the file is this large."));
        AssertProcessEnded();
    }

    [Test]
    public async Task Cancellation_ends_the_process()
    {
        using var cancellation = new CancellationTokenSource();
        var reading = Decoder("echo $$ > pid; sleep 600").ReadAsync(_source, cancellation.Token);
        while (!File.Exists(_folder.File("pid")))
        {
            await Task.Delay(10);
        }

        await cancellation.CancelAsync();

        Assert.That(async () => await reading, Throws.InstanceOf<OperationCanceledException>());
        AssertProcessEnded();
    }

    [Test]
    public void A_process_that_writes_without_end_is_ended_at_the_limit()
    {
        var decoder = Decoder($"echo $$ > pid; {Header}; cat /dev/zero", new ReadingOptions { MaxSeconds = 1 });

        Assert.That(
            () => decoder.ReadAsync(_source, CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.Contains("longer than 1 s"));
        AssertProcessEnded();
    }

    [Test]
    public void Endless_complaints_do_not_block_the_process()
    {
        var decoder = Decoder("echo '[mp3 @ 0x5] first cause.' >&2; seq 1 100000 >&2; exit 3");

        Assert.That(
            () => decoder.ReadAsync(_source, CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.EqualTo($"'{_source.Path}' cannot be read as audio: first cause."));
    }

    [Test]
    public void A_failure_without_a_word_names_the_exit_code() => Assert.That(
        () => Decoder("exit 7").ReadAsync(_source, CancellationToken.None),
        Throws.TypeOf<MpucException>().With.Message.EqualTo($"'{_source.Path}' cannot be read as audio: ffmpeg ended with code 7."));

    [Test]
    public async Task Damage_that_ffmpeg_gets_over_is_logged()
    {
        var log = new MemorySink();
        using var logger = new LoggerConfiguration().WriteTo.Sink(log).CreateLogger();

        var waveform = await Decoder($"{Header}; head -c 4000 /dev/zero; echo 'Header missing' >&2", logger: logger)
            .ReadAsync(_source, CancellationToken.None);

        Assert.That(waveform.Samples, Has.Length.EqualTo(1000));
        Assert.That(log.Messages, Has.One.Contains("Header missing"));
    }

    [Test]
    public void Samples_that_are_no_numbers_are_refused() => Assert.That(
        () => Decoder($@"{Header}; printf '\0\0\0\0\177\300\0\0'").ReadAsync(_source, CancellationToken.None),
        Throws.TypeOf<MpucException>().With.Message.Contains("NaN at sample 1;"));

    private FfmpegDecoder Decoder(string script, ReadingOptions? options = null, ILogger? logger = null)
    {
        var path = _folder.File("fake-ffmpeg");
        File.WriteAllText(path, $"#!/bin/sh\ncd '{_folder.Path}'\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new FfmpegDecoder(options ?? new ReadingOptions(), logger ?? Logger.None, path);
    }

    private void AssertProcessEnded()
    {
        var id = int.Parse(File.ReadAllText(_folder.File("pid")), System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(() => Process.GetProcesses().Any(process => process.Id == id), Is.False.After(5000, 20));
    }

    private sealed class MemorySink : ILogEventSink
    {
        public List<string> Messages { get; } = [];

        public void Emit(LogEvent logEvent) => Messages.Add(logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
