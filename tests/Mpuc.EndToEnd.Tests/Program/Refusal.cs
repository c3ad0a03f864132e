namespace Mpuc.EndToEnd.Tests;

/// <summary>How the program refuses what it cannot work with.</summary>
internal static class Refusal
{
    /// <summary>Exit code 1, one clear sentence on standard error that holds all the parts, no stack trace, nothing on standard output.</summary>
    public static void Check(ProgramRun run, params string[] parts)
    {
        var lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1), run.ToString());
            Assert.That(lines, Has.Length.EqualTo(1), run.ToString());
            Assert.That(lines.LastOrDefault(), Does.EndWith("."), run.ToString());
            Assert.That(run.Error, Does.Not.Contain("   at "), run.ToString());
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
