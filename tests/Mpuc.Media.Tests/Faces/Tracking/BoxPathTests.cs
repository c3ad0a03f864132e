using Mpuc.Media.Faces.Tracking;
using static Mpuc.Media.Tests.Faces.Some;

namespace Mpuc.Media.Tests.Faces.Tracking;

[TestFixture]
internal sealed class BoxPathTests
{
    [Test]
    public void A_short_gap_is_filled_evenly() =>
        Assert.That(Lefts(mostMissing: 3, frames: 5, (0, 0), (4, 40)), Is.EqualTo(new double?[] { 0, 10, 20, 30, 40 }));

    [Test]
    public void A_longer_gap_stays_open() =>
        Assert.That(Lefts(mostMissing: 2, frames: 5, (0, 0), (4, 40)), Is.EqualTo(new double?[] { 0, null, null, null, 40 }));

    [Test]
    public void At_the_ends_the_nearest_box_is_held() =>
        Assert.That(Lefts(mostMissing: 2, frames: 6, (2, 20), (3, 30)), Is.EqualTo(new double?[] { 20, 20, 20, 30, 30, 30 }));

    [Test]
    public void Longer_ends_stay_open() =>
        Assert.That(Lefts(mostMissing: 1, frames: 6, (2, 20), (3, 30)), Is.EqualTo(new double?[] { null, null, 20, 30, null, null }));

    [Test]
    public void Nothing_is_filled_where_no_gap_is_allowed() =>
        Assert.That(Lefts(mostMissing: 0, frames: 4, (0, 0), (2, 20)), Is.EqualTo(new double?[] { 0, null, 20, null }));

    [Test]
    public void Smoothing_keeps_steady_movement()
    {
        var boxes = BoxPath.Of(Track((0, 0), (1, 10), (2, 20), (3, 30), (4, 40)), 5, 0, reach: 2);

        Assert.That(boxes.Select(box => box?.Left), Is.EqualTo(new double?[] { 0, 10, 20, 30, 40 }));
    }

    [Test]
    public void Smoothing_evens_out_jitter()
    {
        var boxes = BoxPath.Of(Track((0, 0), (1, 3), (2, 0), (3, 3), (4, 0)), 5, 0, reach: 1);

        Assert.That(boxes.Select(box => box?.Left), Is.EqualTo(new double?[] { 0, 1, 2, 1, 0 }));
    }

    [Test]
    public void Smoothing_does_not_reach_over_open_gaps()
    {
        var boxes = BoxPath.Of(Track((0, 0), (1, 10), (3, 50), (4, 90)), 5, 0, reach: 2);

        Assert.That(boxes.Select(box => box?.Left), Is.EqualTo(new double?[] { 0, 10, null, 50, 90 }));
    }

    private static IEnumerable<double?> Lefts(int mostMissing, int frames, params (int Frame, double Left)[] faces) =>
        BoxPath.Of(Track(faces), frames, mostMissing, reach: 0).Select(box => box?.Left);

    private static FaceTrack Track(params (int Frame, double Left)[] faces) =>
        new([.. faces.Select(face => new TrackedFace(face.Frame, Face(face.Left)))]);
}
