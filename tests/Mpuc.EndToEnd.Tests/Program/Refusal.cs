namespace Mpuc.EndToEnd.Tests;

/// <summary>How the program refuses what it cannot work with.</summary>
internal static class Refusal
{
    /// <summary>Exit code 1 and, besides warnings, one sentence on standard error that holds all the parts.</summary>
    public static void Check(ProgramRun run, params string[] parts)
    {
        var lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("warning: ", StringComparison.Ordinal)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1), run.ToString());
            Assert.That(lines, Has.Count.EqualTo(1), run.ToString());
            Assert.That(lines.LastOrDefault(), Does.EndWith(".").Or.EndWith("?"), run.ToString());
            foreach (var part in parts)
            {
                Assert.That(run.Error, Does.Contain(part), run.ToString());
            }
        });
    }

    /// <summary>As <see cref="Check"/>, and no run folder was left behind.</summary>
    public static void LeavesNothing(TinySet set, ProgramRun run, params string[] parts)
    {
        Check(run, parts);
        Assert.That(Directory.Exists(set.Output), Is.False, "a refused run leaves no run folder");
    }
}
