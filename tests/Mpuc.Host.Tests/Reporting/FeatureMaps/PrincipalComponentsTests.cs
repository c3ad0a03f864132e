using Mpuc.Host.Reporting.FeatureMaps;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Reporting.FeatureMaps;

public sealed class PrincipalComponentsTests
{
    [Test]
    public void Scores_and_shares_are_those_of_scikit_learn_but_for_signs()
    {
        var components = Of(GoldenTsne.Rows, 3);
        Assert.That(components.Shares, Is.EqualTo(GoldenTsne.Shares).Within(1e-12));
        Assert.That(components.Scores.Select(row => row.Select(Math.Abs)), Is.EqualTo(GoldenTsne.Components).Within(1e-8));
    }

    [Test]
    public void A_wide_table_gives_what_a_tall_one_gives()
    {
        // Columns of zeros change nothing but the way the directions are found.
        var wide = GoldenTsne.Rows.Select(row => row.Concat(new double[60]).ToArray()).ToArray();
        var (narrow, other) = (Of(GoldenTsne.Rows, 2), Of(wide, 2));
        Assert.That(other.Scores, Is.EqualTo(narrow.Scores).Within(1e-8));
        Assert.That(other.Shares, Is.EqualTo(narrow.Shares).Within(1e-12));
    }

    [Test]
    public void The_largest_score_of_each_direction_is_positive() => Assert.That(
        Enumerable.Range(0, 3).Select(column => Of(GoldenTsne.Rows, 3).Scores.MaxBy(row => Math.Abs(row[column]))![column]),
        Has.All.Positive);

    [Test]
    public void There_are_no_more_directions_than_the_points_allow() =>
        Assert.That(Of([[1, 2, 3], [3, 2, 2], [0, 1, 1]], 50).Scores[0], Has.Length.EqualTo(2));

    [Test]
    public void Points_that_are_all_the_same_have_no_variance_to_share()
    {
        var components = Of([[1, 2], [1, 2], [1, 2]], 2);
        Assert.That(components.Shares, Is.All.Zero);
        Assert.That(components.Scores.SelectMany(row => row), Is.All.Zero);
    }

    private static PrincipalComponents Of(double[][] rows, int count)
    {
        using var table = tensor(rows.SelectMany(row => row).ToArray(), [rows.Length, rows[0].Length]);
        return PrincipalComponents.Of(table, count);
    }
}
