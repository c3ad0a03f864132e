using System.Diagnostics;

namespace Mpuc.EndToEnd.Tests;

/// <summary>A comparison whose process is killed goes on where it was and comes out as if nothing had happened.</summary>
public sealed class KilledComparisonTests
{
    [TestCase("fold 1, noEncoder")]
    [TestCase("fold 2, floor")]
    public void Killed_after_a_part_it_keeps_that_part_and_ends_with_the_same_figures(string part)
    {
        using var set = new TinySet();
        string[] Arguments(string output) =>
        [
            "compare", set.Configuration, "--folds", "2", "--group", "speaker", "--methods", "noEncoder,floor,contrastive",
            "--set", "runtime.threads=1", "--set", "evaluation.probeEpochs=5", "--output", set[output], "--json",
        ];
        var whole = ProgramRun.Of(Arguments("whole"));
        Assert.That(whole.ExitCode, Is.Zero, whole.ToString());

        KillAfter(part, Arguments("killed"));
        var rest = ProgramRun.Of(Arguments("killed"));

        Assert.That(rest.ExitCode, Is.Zero, rest.ToString());
        Assert.That(rest.Error, Does.Not.Contain(part + ":"));
        Assert.That(rest.Output, Is.EqualTo(whole.Output));
    }

    private static void KillAfter(string part, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Repository.Executable, arguments)
        {
            WorkingDirectory = Repository.Root,
            Environment = { ["MPUC_PLUGINS"] = Repository.Plugins, ["DOTNET_ROOT"] = ProgramRun.DotnetRoot() },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        while (process.StandardError.ReadLine() is { } line && !line.StartsWith(part, StringComparison.Ordinal))
        {
        }

        process.Kill();
        process.WaitForExit();
    }
}
