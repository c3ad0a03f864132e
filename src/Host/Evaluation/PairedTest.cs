namespace Mpuc.Host.Evaluation;

/// <summary>
/// McNemar's exact test of two classifiers on the same recordings: under the null hypothesis, those that only one of them gets right are a
/// fair coin's throws (McNemar 1947; the two-sided binomial form).
/// </summary>
/// <param name="OnlyFirst">Recordings that only the first classifier gets right.</param>
/// <param name="OnlySecond">Recordings that only the second gets right.</param>
/// <param name="PValue">The two-sided p-value, 0 to 1.</param>
public sealed record PairedTest(int OnlyFirst, int OnlySecond, double PValue)
{
    /// <summary>Compares two classifiers.</summary>
    /// <param name="first">Whether the first classifier is right, per recording.</param>
    /// <param name="second">Whether the second is right, for the same recordings.</param>
    /// <returns>The test.</returns>
    public static PairedTest Compare(IReadOnlyList<bool> first, IReadOnlyList<bool> second)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Count, first.Count);
        var onlyFirst = first.Where((right, i) => right && !second[i]).Count();
        var onlySecond = second.Where((right, i) => right && !first[i]).Count();
        return new PairedTest(onlyFirst, onlySecond, TwoSidedBinomial(Math.Min(onlyFirst, onlySecond), onlyFirst + onlySecond));
    }

    // P(X <= k) + P(X >= n - k) for X ~ Binomial(n, 1/2), k <= n/2, summed from logarithms so that large n does not underflow.
    private static double TwoSidedBinomial(int k, int n)
    {
        var tail = 0.0;
        var logTerm = -n * Math.Log(2);
        for (var i = 0; i <= k; i++)
        {
            tail += Math.Exp(logTerm);
            logTerm += Math.Log(n - i) - Math.Log(i + 1);
        }

        return Math.Min(1, 2 * tail);
    }
}
