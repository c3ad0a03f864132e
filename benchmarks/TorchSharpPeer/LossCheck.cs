using System.Globalization;

namespace TorchSharpPeer;

/// <summary>Shows that what is measured trains: repeated on one batch, every loss stays finite and falls.</summary>
internal static class LossCheck
{
    // At the paper's rate, dropout hides for dozens of steps that the loss falls.
    private const double Rate = 0.05;
    private const int Steps = 6;

    /// <summary>Runs all.</summary>
    /// <returns>The exit code: 0 where every loss does.</returns>
    public static int Run(TextWriter output)
    {
        var passed = true;
        foreach (var (name, create) in Benchmarks.Trainings)
        {
            using var training = create(Rate);
            var losses = Enumerable.Range(0, Steps).Select(_ => training.Step()).ToArray();
            var (isFinite, falls) = (losses.All(float.IsFinite), losses[^1] < losses[0]);
            passed &= isFinite && falls;
            var list = string.Join(", ", losses.Select(loss => loss.ToString("F4", CultureInfo.InvariantCulture)));
            output.WriteLine($"{name}: loss {list}: {(isFinite ? "finite" : "NOT FINITE")}, {(falls ? "falls" : "DOES NOT FALL")}");
        }

        return passed ? 0 : 1;
    }
}
