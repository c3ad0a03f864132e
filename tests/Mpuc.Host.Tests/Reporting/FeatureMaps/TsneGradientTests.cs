using Mpuc.Host.Reporting.FeatureMaps;

namespace Mpuc.Host.Tests.Reporting.FeatureMaps;

public sealed class TsneGradientTests
{
    private static readonly double[] Joint = Neighbourhoods.Joint(GoldenTsne.Rows, GoldenTsne.Perplexity);
    private static readonly double[] X = GoldenTsne.X(GoldenTsne.Places);
    private static readonly double[] Y = GoldenTsne.Y(GoldenTsne.Places);

    [Test]
    public void The_divergence_is_that_of_scikit_learn() =>
        Assert.That(new TsneGradient(Joint, 1).Divergence(X, Y), Is.EqualTo(GoldenTsne.Number("divergence")).Within(1e-5));

    [Test]
    public void The_gradient_is_that_of_scikit_learn()
    {
        var (x, y) = Compute(threads: 1);
        Assert.That(x, Is.EqualTo(GoldenTsne.X(GoldenTsne.Gradient)).Within(1e-6));
        Assert.That(y, Is.EqualTo(GoldenTsne.Y(GoldenTsne.Gradient)).Within(1e-6));
    }

    [Test]
    public void The_gradient_is_the_divergences_slope()
    {
        const double Step = 1e-5;
        var gradient = new TsneGradient(Joint, 1);
        var (x, y) = Compute(threads: 1);
        foreach (var i in new[] { 0, 7, 41 })
        {
            Assert.That(Slope(X, i, moved => gradient.Divergence(moved, Y)), Is.EqualTo(x[i]).Within(1e-8));
            Assert.That(Slope(Y, i, moved => gradient.Divergence(X, moved)), Is.EqualTo(y[i]).Within(1e-8));
        }

        double Slope(double[] places, int i, Func<double[], double> divergence)
        {
            double[] up = [.. places], down = [.. places];
            up[i] += Step;
            down[i] -= Step;
            return (divergence(up) - divergence(down)) / (2 * Step);
        }
    }

    [Test]
    public void Forces_cancel_out_and_several_threads_compute_the_same_to_the_bit()
    {
        var (x, y) = Compute(threads: 1);
        var (otherX, otherY) = Compute(threads: 4);

        Assert.That(x.Sum(), Is.Zero.Within(1e-12));
        Assert.That(y.Sum(), Is.Zero.Within(1e-12));
        Assert.That(otherX, Is.EqualTo(x));
        Assert.That(otherY, Is.EqualTo(y));
    }

    private static (double[] X, double[] Y) Compute(int threads)
    {
        var (x, y) = (new double[X.Length], new double[X.Length]);
        new TsneGradient(Joint, threads).Compute(X, Y, 1, x, y);
        return (x, y);
    }
}
