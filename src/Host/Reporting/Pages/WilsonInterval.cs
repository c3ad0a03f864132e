namespace Mpuc.Host.Reporting.Pages;

/// <summary>
/// Wilson's score interval of a fraction (Wilson 1927): where the true accuracy lies with 95 % confidence, were recordings independent.
/// </summary>
/// <param name="Low">The lower end, 0 to 1.</param>
/// <param name="High">The upper end, 0 to 1.</param>
internal readonly record struct WilsonInterval(double Low, double High)
{
    private const double Z = 1.959963984540054;

    /// <summary>Computes it.</summary>
    /// <param name="fraction">The fraction that is right, 0 to 1.</param>
    /// <param name="count">Of how many, at least 1.</param>
    public static WilsonInterval Of(double fraction, int count)
    {
        var centre = fraction + (Z * Z / (2 * count));
        var reach = Z * Math.Sqrt(((fraction * (1 - fraction)) + (Z * Z / (4.0 * count))) / count);
        var scale = 1 + (Z * Z / count);
        return new WilsonInterval(Math.Max(0, (centre - reach) / scale), Math.Min(1, (centre + reach) / scale));
    }
}
