using Mpuc.Host.Reporting.Pages;

namespace Mpuc.Host.Tests.Reporting.Pages;

public sealed class WilsonIntervalTests
{
    // Computed by scipy.stats.binomtest(...).proportion_ci(0.95, "wilson").
    [TestCase(87, 120, 0.6390703417242319, 0.7969710333873515)]
    [TestCase(0, 10, 0.0, 0.27753279986288926)]
    [TestCase(10, 10, 0.7224672001371109, 1.0)]
    [TestCase(57, 120, 0.3878209113791835, 0.5637300469417517)]
    public void Its_ends_are_those_of_scipy(int right, int count, double low, double high)
    {
        var interval = WilsonInterval.Of(right / (double)count, count);
        Assert.That(interval.Low, Is.EqualTo(low).Within(1e-12));
        Assert.That(interval.High, Is.EqualTo(high).Within(1e-12));
    }
}
