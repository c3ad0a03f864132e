using System.Diagnostics;

namespace Mpuc.EndToEnd.Tests;

/// <summary>The script <c>./mpuc</c>: the program as it is, in the caller's folder, and nothing else said.</summary>
public sealed class LauncherTests
{
    [Test]
    public void The_script_passes_arguments_exit_code_and_streams_on()
    {
        var help = Launch(Repository.Root, "--help");
        var wrong = Launch(Repository.Root, "config", "validate", "no such file.json");
        Assert.Multiple(() =>
        {
            Assert.That(help, Is.EqualTo(ProgramRun.Of("--help")));
            Assert.That(wrong, Is.EqualTo(ProgramRun.Of("config", "validate", "no such file.json")));
            Assert.That(wrong.ExitCode, Is.EqualTo(1));
        });
    }

    [Test]
    public void The_script_keeps_the_callers_folder()
    {
        using var set = new TinySet();
        var run = Launch(Path.GetDirectoryName(set.Configuration)!, "config", "validate", "config.json");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
    }

    private static ProgramRun Launch(string folder, params string[] arguments) =>
        ProgramRun.Of(new ProcessStartInfo(Path.Combine(Repository.Root, "mpuc"), arguments) { WorkingDirectory = folder });
}
