using System.Globalization;

namespace Mpuc.Tests.Mutations;

/// <summary>
/// What the tests of every reader do with it. The environment may choose other inputs: MPUC_MUTATION_SEED, MPUC_MUTATION_INPUTS, and
/// MPUC_MUTATION_INPUT for one alone.
/// </summary>
internal static class MutationTrials
{
    /// <summary>How many inputs a reader gets in the ordinary tests.</summary>
    public const int Few = 1000;

    /// <summary>How many inputs a reader gets in the slow tests.</summary>
    public const int Many = 1_000_000;

    private const int UsualSeed = 1;

    /// <summary>Tries inputs, and fails with all that the reader does not hold against.</summary>
    /// <param name="parser">The reader.</param>
    /// <param name="count">How many inputs.</param>
    public static void Try(Parser parser, long count)
    {
        var folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "mutations");
        var seed = (int)(Setting("SEED") ?? UsualSeed);
        var tally = Setting("INPUT") is { } input
            ? new MutationRun(parser, seed).Try(input, 1, folder)
            : new MutationRun(parser, seed).Try(0, count == Many ? Setting("INPUTS") ?? Many : count, folder);
        if (count > Few)
        {
            tally.Write(folder, parser.Name);
        }

        if (tally.Findings.Count > 0)
        {
            Assert.Fail(string.Join("\n\n", tally.Findings));
        }
    }

    private static long? Setting(string name) =>
        long.TryParse(
            Environment.GetEnvironmentVariable($"MPUC_MUTATION_{name}"),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number)
            ? number
            : null;
}
