using Mpuc.Media.Faces;

namespace Mpuc.Media.Tests.Faces;

[TestFixture]
internal sealed class FaceBoxTests
{
    private static readonly FaceBox Unit = new(0, 0, 10, 10);

    [Test]
    public void A_box_overlaps_itself_wholly() => Assert.That(Unit.Overlap(Unit), Is.EqualTo(1));

    [Test]
    public void Half_a_box_overlaps_by_half_of_the_union() => Assert.That(Unit.Overlap(new FaceBox(0, 0, 10, 5)), Is.EqualTo(0.5));

    [Test]
    public void Shifted_boxes_share_a_third() => Assert.That(Unit.Overlap(new FaceBox(5, 0, 15, 10)), Is.EqualTo(1.0 / 3).Within(1e-12));

    [TestCase(10, 0)]
    [TestCase(0, 11)]
    [TestCase(-30, -30)]
    public void Boxes_that_only_touch_or_lie_apart_share_nothing(double right, double down) =>
        Assert.That(Unit.Overlap(new FaceBox(right, down, right + 10, down + 10)), Is.Zero);

    [Test]
    public void Empty_boxes_share_nothing() => Assert.That(new FaceBox(3, 3, 3, 3).Overlap(new FaceBox(3, 3, 3, 3)), Is.Zero);

    [Test]
    public void A_square_keeps_the_centre_and_the_longer_side() =>
        Assert.That(new FaceBox(10, 10, 20, 40).ToSquare(), Is.EqualTo(new FaceBox(0, 10, 30, 40)));

    [Test]
    public void Between_two_boxes_every_edge_moves_evenly() =>
        Assert.That(FaceBox.Interpolate(Unit, new FaceBox(4, 8, 18, 30), 0.25), Is.EqualTo(new FaceBox(1, 2, 12, 15)));
}
