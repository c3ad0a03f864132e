using Mpuc.Media.Faces;

namespace Mpuc.Media.Tests.Faces;

[TestFixture]
internal sealed class NonMaximumSuppressionTests
{
    [Test]
    public void The_surest_of_overlapping_boxes_stays()
    {
        var kept = Apply([(0, 0.6), (1, 0.9), (20, 0.7)], 0.5);

        Assert.That(kept, Is.EqualTo(new[] { (1, 0.9), (20, 0.7) }));
    }

    [Test]
    public void A_box_that_only_a_suppressed_box_overlaps_stays()
    {
        // Boxes of 10 pixels, 4 apart, overlap by 6 / 14; 8 apart by 2 / 18.
        Assert.That(Apply([(0, 0.9), (4, 0.8), (8, 0.7)], 0.4), Is.EqualTo(new[] { (0, 0.9), (8, 0.7) }));
    }

    [Test]
    public void The_limit_itself_is_allowed() => Assert.That(Apply([(0, 0.9), (5, 0.8)], 1.0 / 3), Has.Count.EqualTo(2));

    [Test]
    public void Of_equal_scores_the_first_stays() => Assert.That(Apply([(1, 0.5), (0, 0.5)], 0.5), Is.EqualTo(new[] { (1, 0.5) }));

    [Test]
    public void Nothing_of_nothing_stays() => Assert.That(Apply([], 0.5), Is.Empty);

    private static List<(int Left, double Score)> Apply((int Left, double Score)[] boxes, double limit) => NonMaximumSuppression.Apply(
        boxes, box => box.Score, (a, b) => Box(a.Left).Overlap(Box(b.Left)), limit);

    private static FaceBox Box(int left) => new(left, 0, left + 10, 10);
}
