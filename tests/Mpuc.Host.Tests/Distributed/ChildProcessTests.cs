using System.Diagnostics;
using Mpuc.Host.Cli;
using Mpuc.Host.Distributed;

namespace Mpuc.Host.Tests.Distributed;

/// <summary>One of several processes, played by a shell.</summary>
public class ChildProcessTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(7)]
    public async Task Its_exit_code_is_told(int code)
    {
        using var child = Start($"exit {code}");

        Assert.That(await child.Ended.WaitAsync(Limit), Is.EqualTo(code));
    }

    [Test]
    public async Task Its_lines_are_passed_on_to_the_streams_that_it_was_given()
    {
        using StringWriter output = new(), error = new();
        using var child = Start("echo one; echo two; echo trouble >&2", (output, error));

        await child.Ended.WaitAsync(Limit);

        Assert.That(output.ToString(), Is.EqualTo($"one{Environment.NewLine}two{Environment.NewLine}"));
        Assert.That(error.ToString(), Is.EqualTo($"trouble{Environment.NewLine}"));
    }

    [TestCase("echo first >&2; echo last >&2; exit 1", "last")]
    [TestCase("echo last >&2; echo >&2; exit 1", "last")]
    [TestCase("echo out; exit 1", "it gave no reason.")]
    public async Task Its_last_words_are_the_last_line_of_its_standard_error_that_says_something(string script, string words)
    {
        using var child = Start(script);

        await child.Ended.WaitAsync(Limit);

        Assert.That(child.LastWords, Is.EqualTo(words));
    }

    [TestCase(0)]
    [TestCase(MpucCommandLine.Cancelled)]
    public async Task A_failure_is_told_apart_from_an_end_and_from_a_cancellation(int code)
    {
        using var failed = Start("exit 3");
        using var ended = Start($"exit {code}");

        await failed.Failed.WaitAsync(Limit);
        await ended.Ended.WaitAsync(Limit);

        Assert.That(ended.Failed.IsCompleted, Is.False);
    }

    [Test]
    public async Task One_that_is_killed_ends_by_the_signal_and_killing_it_again_does_no_harm()
    {
        using var child = Start("exec sleep 600");

        child.Kill();

        Assert.That(await child.Ended.WaitAsync(Limit), Is.EqualTo(128 + 9));
        Assert.That(child.Kill, Throws.Nothing);
    }

    private static ChildProcess Start(string script, (TextWriter, TextWriter)? streams = null) => new(
        new ProcessStartInfo("/bin/sh", ["-c", script]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true }, streams);
}
