using Mpuc.Host.Logging;

namespace Mpuc.Host.Tests.Logging;

[NonParallelizable]
internal sealed class LoggingTests
{
    private TextWriter _output = null!;
    private TextWriter _error = null!;
    private StringWriter _capturedOutput = null!;
    private StringWriter _capturedError = null!;

    [SetUp]
    public void Capture()
    {
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
    }

    [Test]
    public void People_read_plain_messages_and_marked_warnings_on_standard_error()
    {
        using (var log = new HostLog(verbose: false))
        {
            log.Logger.Debug("not now");
            log.Logger.Information("Read {Count} recordings of {Name}.", 12, "RAVDESS");
            log.Logger.Warning(new InvalidOperationException("cause"), "Two are the same.");
        }

        Assert.That(
            _capturedError.ToString(),
            Is.EqualTo($"Read 12 recordings of RAVDESS.{Environment.NewLine}warning: Two are the same.{Environment.NewLine}"));
        Assert.That(_capturedOutput.ToString(), Is.Empty);
    }

    [Test]
    public void Verbose_shows_debug_messages_and_traces()
    {
        using (var log = new HostLog(verbose: true))
        {
            log.Logger.Debug("now");
            log.Logger.Error(new InvalidOperationException("cause"), "It failed.");
        }

        Assert.That(
            _capturedError.ToString(),
            Does.StartWith($"now{Environment.NewLine}error: It failed.{Environment.NewLine}System.InvalidOperationException: cause"));
    }
}
