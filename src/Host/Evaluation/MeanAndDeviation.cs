namespace Mpuc.Host.Evaluation;

/// <summary>A mean with its sample standard deviation.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The sample standard deviation (n - 1); 0 for a single value.</param>
public sealed record MeanAndDeviation(double Mean, double Deviation)
{
    /// <summary>Computes both.</summary>
    /// <param name="values">At least one value.</param>
    /// <returns>The two figures.</returns>
    public static MeanAndDeviation Of(IEnumerable<double> values)
    {
        var list = values.ToList();
        var mean = list.Average();
        var deviation = list.Count < 2 ? 0 : Math.Sqrt(list.Sum(value => (value - mean) * (value - mean)) / (list.Count - 1));
        return new MeanAndDeviation(mean, deviation);
    }
}
