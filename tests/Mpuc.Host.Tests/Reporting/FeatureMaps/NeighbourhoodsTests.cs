using Mpuc.Host.Reporting.FeatureMaps;

namespace Mpuc.Host.Tests.Reporting.FeatureMaps;

public sealed class NeighbourhoodsTests
{
    [TestCase(2.0)]
    [TestCase(8.0)]
    [TestCase(13.5)]
    public void Each_points_choice_has_the_perplexity_that_was_asked_for(double perplexity)
    {
        var random = new Random(3);
        var distances = Enumerable.Range(0, 40).Select(i => i == 5 ? 0 : random.NextDouble() * 1000).ToArray();

        var probabilities = Neighbourhoods.Conditional(distances, self: 5, perplexity);

        var entropy = -probabilities.Where(p => p > 0).Sum(p => p * Math.Log2(p));
        Assert.That(Math.Pow(2, entropy), Is.EqualTo(perplexity).Within(1e-6));
        Assert.That(probabilities.Sum(), Is.EqualTo(1).Within(1e-12));
        Assert.That(probabilities[5], Is.Zero);
    }

    [Test]
    public void A_nearer_point_is_picked_more_often()
    {
        var probabilities = Neighbourhoods.Conditional([0, 1, 4, 9, 16], self: 0, perplexity: 2);
        Assert.That(probabilities[1..], Is.Ordered.Descending);
    }

    [Test]
    public void Points_at_the_same_place_are_picked_alike() =>
        Assert.That(
            Neighbourhoods.Conditional(new double[5], self: 2, perplexity: 2),
            Is.EqualTo(new[] { 0.25, 0.25, 0, 0.25, 0.25 }).Within(1e-12));

    [Test]
    public void Far_away_points_leave_finite_probabilities() =>
        Assert.That(Neighbourhoods.Conditional([0, 1e12, 2e12, 3e12], self: 0, perplexity: 1.5), Has.All.InRange(0, 1));

    [Test]
    public void Joint_probabilities_are_symmetric_and_sum_to_one()
    {
        var joint = Neighbourhoods.Joint(GoldenTsne.Rows, GoldenTsne.Perplexity);
        var n = GoldenTsne.Rows.Length;

        Assert.That(joint.Sum(), Is.EqualTo(1).Within(1e-12));
        for (var i = 0; i < n; i++)
        {
            Assert.That(joint[(i * n) + i], Is.Zero);
            Assert.That(
                Enumerable.Range(0, n).Select(j => joint[(i * n) + j]), Is.EqualTo(Enumerable.Range(0, n).Select(j => joint[(j * n) + i])));
        }
    }

    // scikit-learn searches in single precision.
    [TestCase(0)]
    [TestCase(20)]
    public void Joint_probabilities_are_those_of_scikit_learn(int point)
    {
        var n = GoldenTsne.Rows.Length;
        var joint = Neighbourhoods.Joint(GoldenTsne.Rows, GoldenTsne.Perplexity);
        Assert.That(joint[((point * n) + point + 1)..((point + 1) * n)], Is.EqualTo(GoldenTsne.Joint(point)).Within(1e-7));
    }
}
