using System.Diagnostics;

namespace Mpuc.EndToEnd.Tests;

/// <summary>How OpenMP's threads wait, which OpenMP itself prints when it is loaded.</summary>
public sealed class ThreadsTests
{
    [TestCase(null, "PASSIVE")]
    [TestCase("active", "ACTIVE")]
    public void Idle_threads_sleep_unless_the_user_wants_it_otherwise(string? chosen, string effective)
    {
        using var set = new TinySet();
        var start = new ProcessStartInfo(Repository.Executable, ["train", set.Configuration, "--output", set.Output])
        {
            WorkingDirectory = Repository.Root,
            Environment =
            {
                ["MPUC_PLUGINS"] = Repository.Plugins,
                ["DOTNET_ROOT"] = ProgramRun.DotnetRoot(),
                ["OMP_DISPLAY_ENV"] = "TRUE",
            },
        };
        start.Environment.Remove("OMP_WAIT_POLICY");
        if (chosen is not null)
        {
            start.Environment["OMP_WAIT_POLICY"] = chosen;
        }

        var run = ProgramRun.Of(start);

        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Error, Does.Contain($"OMP_WAIT_POLICY = '{effective}'"));
    }
}
