using Mpuc.Host.Evaluation;

namespace Mpuc.Host.Tests.Evaluation;

public class MeanAndDeviationTests
{
    [Test]
    public void The_deviation_is_the_samples_one()
    {
        var figure = MeanAndDeviation.Of([2, 4, 4, 4, 5, 5, 7, 9]);

        Assert.That(figure.Mean, Is.EqualTo(5));
        Assert.That(figure.Deviation, Is.EqualTo(Math.Sqrt(32 / 7.0)).Within(1e-12));
    }

    [Test]
    public void A_single_value_does_not_deviate() => Assert.That(MeanAndDeviation.Of([3]), Is.EqualTo(new MeanAndDeviation(3, 0)));
}
