using Mpuc.Host.Reporting.FeatureMaps;

namespace Mpuc.Host.Tests.Reporting.FeatureMaps;

public sealed class TsneTests
{
    private static readonly TsneOptions Options = new() { Perplexity = GoldenTsne.Perplexity };

    [Test]
    public void It_ends_no_worse_than_scikit_learn()
    {
        var places = Embed(GoldenTsne.Rows);
        var divergence = new TsneGradient(Neighbourhoods.Joint(GoldenTsne.Rows, GoldenTsne.Perplexity), 1)
            .Divergence([.. places.Select(place => place.X)], [.. places.Select(place => place.Y)]);
        Assert.That(divergence, Is.InRange(0, 1.02 * GoldenTsne.Number("finalDivergence")));
    }

    [Test]
    public void Groups_that_lie_apart_stay_apart()
    {
        var places = Embed(GoldenTsne.Rows);
        for (var i = 0; i < places.Length; i++)
        {
            var nearest = Enumerable.Range(0, places.Length).Where(j => j != i)
                .MinBy(j => Math.Pow(places[i].X - places[j].X, 2) + Math.Pow(places[i].Y - places[j].Y, 2));
            Assert.That(nearest / 14, Is.EqualTo(i / 14), $"the neighbour of {i}");
        }
    }

    [Test]
    public void There_is_nothing_random_in_it() => Assert.That(Embed(GoldenTsne.Rows), Is.EqualTo(Embed(GoldenTsne.Rows)));

    [Test]
    public void Equal_points_and_constant_columns_leave_finite_places()
    {
        var rows = Enumerable.Range(0, 12).Select(i => new double[] { 1, i / 4 }).ToArray();
        var places = Tsne.Embed(rows, [.. rows.Select(row => new[] { row[1], 0 })], Options, CancellationToken.None);
        Assert.That(places.SelectMany(place => new[] { place.X, place.Y }), Has.All.Matches<double>(double.IsFinite));
    }

    [TestCase(1000, 30)]
    [TestCase(31, 10)]
    [TestCase(4, 1.01)]
    public void A_small_set_lowers_the_perplexity(int points, double perplexity) =>
        Assert.That(Tsne.PerplexityFor(points, 30), Is.EqualTo(perplexity).Within(1e-12));

    [Test]
    public void It_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.That(
            () => Tsne.Embed(GoldenTsne.Rows, GoldenTsne.Rows, Options, source.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private static (double X, double Y)[] Embed(double[][] rows)
    {
        using var tensor = TorchSharp.torch.tensor(rows.SelectMany(row => row).ToArray(), [rows.Length, rows[0].Length]);
        return Tsne.Embed(rows, PrincipalComponents.Of(tensor, 2).Scores, Options, CancellationToken.None);
    }
}
