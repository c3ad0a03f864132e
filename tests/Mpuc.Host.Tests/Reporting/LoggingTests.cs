using Mpuc.Host.Reporting;

namespace Mpuc.Host.Tests.Reporting;

[NonParallelizable]
internal sealed class LoggingTests
{
    private TemporaryFolder _folder = null!;
    private TextWriter _output = null!;
    private TextWriter _error = null!;
    private StringWriter _capturedOutput = null!;
    private StringWriter _capturedError = null!;

    [SetUp]
    public void Capture()
    {
        _folder = new TemporaryFolder();
        (_output, _error) = (Console.Out, Console.Error);
        (_capturedOutput, _capturedError) = (new StringWriter(), new StringWriter());
        Console.SetOut(_capturedOutput);
        Console.SetError(_capturedError);
    }

    [TearDown]
    public void Release()
    {
        Console.SetOut(_output);
        Console.SetError(_error);
        _capturedOutput.Dispose();
        _capturedError.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void People_read_plain_messages_and_marked_warnings_on_standard_error()
    {
        using (var log = Logging.Create(verbose: false, null))
        {
            log.Debug("not now");
            log.Information("Read {Count} recordings of {Name}.", 12, "RAVDESS");
            log.Warning(new InvalidOperationException("cause"), "Two are the same.");
        }

        Assert.That(
            _capturedError.ToString(),
            Is.EqualTo($"Read 12 recordings of RAVDESS.{Environment.NewLine}warning: Two are the same.{Environment.NewLine}"));
        Assert.That(_capturedOutput.ToString(), Is.Empty);
    }

    [Test]
    public void Verbose_shows_debug_messages_and_traces()
    {
        using (var log = Logging.Create(verbose: true, null))
        {
            log.Debug("now");
            log.Error(new InvalidOperationException("cause"), "It failed.");
        }

        Assert.That(_capturedError.ToString(), Does.StartWith($"now{Environment.NewLine}error: It failed.{Environment.NewLine}System.InvalidOperationException: cause"));
    }

    [Test]
    public void The_file_holds_everything_with_time_and_level_and_is_appended_to()
    {
        var file = _folder.File("log.txt");
        foreach (var message in new[] { "first", "second" })
        {
            using var log = Logging.Create(verbose: false, file);
            log.Debug("the {Message}", message);
        }

        Assert.That(
            File.ReadAllText(file),
            Does.Match(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d\d:\d\d \[DBG\] the first\r?\n.* \[DBG\] the second\r?\n$"));
        Assert.That(_capturedError.ToString(), Is.Empty);
    }

    [Test]
    public void A_log_file_that_cannot_be_written_is_refused()
    {
        var file = _folder.File("missing/log.txt");

        Assert.That(
            () => Logging.Create(verbose: false, file),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"{file}: the log cannot be written; "));
    }
}
