namespace Mpuc.Host.Tests.Cli;

/// <summary>How a command's exceptions reach the user.</summary>
internal sealed class FailureTests : CommandLineFixture
{
    [Test]
    public void An_error_of_the_user_is_printed_as_it_is()
    {
        var code = RunAction((_, _) => throw new MpucException("a.wav: the file is empty."));

        Assert.That(code, Is.EqualTo(1));
        Assert.That(Error, Is.EqualTo($"a.wav: the file is empty.{Environment.NewLine}"));
    }

    [Test]
    public void An_error_of_the_user_is_found_inside_other_exceptions()
    {
        RunAction((_, _) =>
            throw new AggregateException(new TypeInitializationException("Native", new MpucException("libtorch is missing."))));

        Assert.That(Error, Is.EqualTo($"libtorch is missing.{Environment.NewLine}"));
    }

    [Test]
    public void An_unexpected_exception_is_one_sentence_and_a_log_file_with_the_trace()
    {
        var code = RunAction((_, _) => throw new InvalidOperationException("It broke.\nBadly."));

        Assert.That(code, Is.EqualTo(1));
        Assert.That(Error, Does.Match(@"^mpuc failed unexpectedly, InvalidOperationException: It broke \(the details are in .+\)\.\s+$"));
        Assert.That(
            ReadAndDeleteLog(),
            Does.Contain("Badly.").And.Contain(nameof(An_unexpected_exception_is_one_sentence_and_a_log_file_with_the_trace)));
    }

    [Test]
    public void A_disk_that_takes_nothing_is_one_sentence_with_the_place_and_no_defect_of_the_program()
    {
        if (!File.Exists("/dev/full"))
        {
            Assert.Ignore("This system has no /dev/full.");
        }

        var code = RunAction((_, _) =>
        {
            using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write);
            full.Write(new byte[1 << 16]);
            full.Flush(flushToDisk: true);
            return Task.FromResult(0);
        });

        Assert.That(code, Is.EqualTo(1));
        Assert.That(
            Error,
            Does.StartWith(
                "No space left on device").And.Contain("/dev/full").And.Contain("make room there").And.Not.Contain("unexpectedly"));
    }

    [Test]
    public void A_file_without_permission_is_one_sentence_with_its_name()
    {
        RunAction((_, _) =>
            throw new AggregateException(new UnauthorizedAccessException("Access to the path '/locked/a.json' is denied.")));

        Assert.That(
            Error,
            Does.StartWith("Access to the path '/locked/a.json' is denied; make room there, or permit it").And.Not.Contain("unexpectedly"));
    }

    [Test]
    public void Verbose_prints_the_trace()
    {
        RunAction((_, _) => throw new MpucException("a.wav: the file is empty."), default, "--verbose");

        Assert.That(Error, Does.StartWith("a.wav: the file is empty.").And.Contain(nameof(Verbose_prints_the_trace)));
    }

    [Test]
    public void A_cancelled_command_ends_with_130()
    {
        using var source = new CancellationTokenSource();
        var code = RunAction(
            async (_, token) =>
            {
                await source.CancelAsync();
                token.ThrowIfCancellationRequested();
                return 0;
            },
            source.Token);

        Assert.That(code, Is.EqualTo(130));
        Assert.That(Error, Is.EqualTo($"Cancelled.{Environment.NewLine}"));
    }

    [Test]
    public void A_cancellation_that_nobody_asked_for_is_a_failure()
    {
        var code = RunAction((_, _) => throw new OperationCanceledException("A timeout."));

        Assert.That(code, Is.EqualTo(1));
        Assert.That(Error, Does.Contain("A timeout"));
        Assert.That(ReadAndDeleteLog(), Does.Contain(nameof(OperationCanceledException)));
    }

    [Test]
    public void A_commands_own_exit_code_is_kept() => Assert.That(RunAction((_, _) => Task.FromResult(3)), Is.EqualTo(3));

    private string ReadAndDeleteLog()
    {
        const string Before = "the details are in ";
        var file = Error[(Error.IndexOf(Before, StringComparison.Ordinal) + Before.Length)..Error.LastIndexOf(')')];
        var log = File.ReadAllText(file);
        File.Delete(file);
        return log;
    }
}
