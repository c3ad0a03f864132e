namespace Mpuc.Host.Protocol;

/// <summary>A figure over folds.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Std">The sample standard deviation (n - 1); 0 for a single fold.</param>
public sealed record Spread(double Mean, double Std)
{
    /// <summary>Computes both.</summary>
    /// <param name="values">At least one value.</param>
    /// <returns>The two figures.</returns>
    public static Spread Of(IEnumerable<double> values)
    {
        var both = Evaluation.MeanAndDeviation.Of(values);
        return new Spread(both.Mean, both.Deviation);
    }
}
