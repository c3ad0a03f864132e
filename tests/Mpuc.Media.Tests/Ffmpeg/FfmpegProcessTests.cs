using System.Diagnostics;
using System.Globalization;
using Mpuc.Media.Ffmpeg;

namespace Mpuc.Media.Tests.Ffmpeg;

/// <summary>How the child process is watched and ended, tried with scripts in ffmpeg's place.</summary>
[TestFixture]
[Platform("Linux")]
internal sealed class FfmpegProcessTests
{
    private readonly byte[] _buffer = new byte[1000];

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task The_output_the_exit_code_and_the_first_complaint_arrive()
    {
        using var process = Start("printf abc; echo '[mp3 @ 0x5] first cause.' >&2; echo more >&2; exit 3");

        Assert.That(await process.ReadFullAsync(_buffer), Is.EqualTo(3));
        var outcome = await process.EndAsync();

        Assert.That(_buffer[..3], Is.EqualTo("abc"u8.ToArray()));
        Assert.That((outcome.ExitCode, outcome.Complaint), Is.EqualTo((3, "first cause")));
        Assert.That(
            outcome.RequireSuccess,
            Throws.TypeOf<MpucException>().With.Message.EqualTo("'clip.mp4' cannot be read as video: first cause."));
    }

    [Test]
    public async Task A_failure_without_a_word_names_the_exit_code()
    {
        using var process = Start("exit 7");

        var outcome = await process.EndAsync();

        Assert.That(
            outcome.RequireSuccess,
            Throws.TypeOf<MpucException>().With.Message.EqualTo("'clip.mp4' cannot be read as video: ffmpeg ended with code 7."));
    }

    [Test]
    public async Task A_missing_track_is_named_by_what_was_looked_for()
    {
        using var process = Start("echo \"Stream map '0:V:0' matches no streams.\" >&2; exit 1");

        var outcome = await process.EndAsync();

        Assert.That((outcome.Complaint, outcome.LacksTrack), Is.EqualTo(("it has no video track", true)));
        Assert.That(
            outcome.RequireSuccess,
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                "'clip.mp4' cannot be read as video: it has no video track.").And.Property(nameof(MpucException.IsMissingModality)).True);
    }

    [Test]
    public async Task A_track_that_is_missing_after_damage_is_damage()
    {
        using var process = Start("echo 'Invalid data' >&2; echo \"Stream map '0:V:0' matches no streams.\" >&2; exit 1");

        var outcome = await process.EndAsync();

        Assert.That((outcome.Complaint, outcome.LacksTrack), Is.EqualTo(("Invalid data", false)));
        Assert.That(outcome.RequireSuccess, Throws.TypeOf<MpucException>().With.Property(nameof(MpucException.IsMissingModality)).False);
    }

    [Test]
    public async Task A_success_passes_and_its_complaints_are_logged()
    {
        using var process = Start("echo 'file:clip.mp4: Header missing' >&2");
        var log = new MemoryLog();

        var outcome = await process.EndAsync();
        outcome.WarnOfDamage(log.Logger);

        Assert.That(outcome.RequireSuccess, Throws.Nothing);
        Assert.That(log.Messages, Is.EqualTo(new[] { "Warning: ffmpeg read \"clip.mp4\" but found it damaged: \"Header missing\"" }));
    }

    [Test]
    public async Task Nothing_is_logged_without_a_complaint()
    {
        using var process = Start("exit 0");
        var log = new MemoryLog();

        (await process.EndAsync()).WarnOfDamage(log.Logger);

        Assert.That(log.Messages, Is.Empty);
    }

    [Test]
    public async Task Endless_complaints_do_not_block_the_process()
    {
        using var process = Start("seq 1 100000 >&2; printf done");

        Assert.That(await process.ReadFullAsync(_buffer), Is.EqualTo(4));
    }

    [Test]
    public async Task Only_the_time_spent_waiting_counts()
    {
        using var process = Start("printf abc", TimeSpan.FromSeconds(3));
        await process.ReadAsync(_buffer);

        await Task.Delay(TimeSpan.FromSeconds(3.1));

        Assert.That(await process.ReadAsync(_buffer), Is.Zero);
    }

    [Test]
    public void A_process_that_takes_too_long_is_given_up()
    {
        using (var process = Start("echo $$ > pid; sleep 600", TimeSpan.FromSeconds(0.5)))
        {
            Assert.That(
                () => process.ReadAsync(_buffer),
                Throws.TypeOf<MpucException>().With.Message.EqualTo(
                    "ffmpeg did not finish reading 'clip.mp4' within 0.5 s; raise 'decodeTimeout' if the file is this large."));
        }

        AssertProcessEnded();
    }

    [Test]
    public async Task Cancellation_ends_the_wait_and_disposal_the_process()
    {
        using var cancellation = new CancellationTokenSource();
        using (var process = Start("echo $$ > pid; echo; sleep 600", cancellationToken: cancellation.Token))
        {
            await process.ReadAsync(_buffer);
            var reading = process.ReadAsync(_buffer);
            await cancellation.CancelAsync();

            Assert.That(async () => await reading, Throws.InstanceOf<OperationCanceledException>());
        }

        AssertProcessEnded();
    }

    [Test]
    public async Task Disposal_ends_a_process_that_writes_without_end()
    {
        using (var process = Start("echo $$ > pid; cat /dev/zero"))
        {
            Assert.That(await process.ReadFullAsync(_buffer), Is.EqualTo(1000));
        }

        AssertProcessEnded();
    }

    private FfmpegProcess Start(string script, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        FfmpegProcess.Start(
        new FfmpegCommand("clip.mp4", [])
        {
            Program = _folder.WriteScript("fake-ffmpeg", script),
            Medium = "video",
            Timeout = timeout ?? TimeSpan.FromMinutes(1),
        },
        cancellationToken);

    private void AssertProcessEnded()
    {
        var id = int.Parse(File.ReadAllText(_folder.File("pid")), CultureInfo.InvariantCulture);
        Assert.That(() => Process.GetProcesses().Any(process => process.Id == id), Is.False.After(5000, 20));
    }
}
