using Mpuc.Media.Faces;
using Mpuc.Media.Faces.Tracking;
using static Mpuc.Media.Tests.Faces.Some;

namespace Mpuc.Media.Tests.Faces.Tracking;

[TestFixture]
internal sealed class FaceTrackerTests
{
    [Test]
    public void A_face_that_moves_slowly_is_one_track() =>
        Assert.That(Tracks(Frame(Face(0)), Frame(Face(30)), Frame(Face(60)), Frame(Face(90))), Is.EqualTo(new[] { "0:0 1:30 2:60 3:90" }));

    [Test]
    public void A_face_that_jumps_begins_a_new_track() =>
        Assert.That(Tracks(Frame(Face(0)), Frame(Face(0)), Frame(Face(90))), Is.EqualTo(new[] { "0:0 1:0", "2:90" }));

    [Test]
    public void Two_faces_are_two_tracks_the_larger_first() => Assert.That(
        Tracks(Frame(Face(0), Face(300, side: 120)), Frame(Face(310, side: 120), Face(5))), Is.EqualTo(new[] { "0:300 1:310", "0:0 1:5" }));

    [Test]
    public void A_longer_track_may_outweigh_a_larger_face() => Assert.That(
        Tracks(Frame(Face(0)), Frame(Face(0), Face(300, side: 130)), Frame(Face(0))), Is.EqualTo(new[] { "0:0 1:0 2:0", "1:300" }));

    [Test]
    public void A_face_that_comes_back_to_its_place_continues_its_track() =>
        Assert.That(Tracks(Frame(Face(0)), Frame(), Frame(), Frame(), Frame(Face(10))), Is.EqualTo(new[] { "0:0 4:10" }));

    [Test]
    public void The_best_pair_is_joined_first_whatever_the_order_of_the_faces() => Assert.That(
        Tracks(Frame(Face(0), Face(50)), Frame(Face(52), Face(20))), Is.EqualTo(new[] { "0:0 1:20", "0:50 1:52" }));

    [Test]
    public void Two_faces_at_one_place_in_a_frame_do_not_share_a_track()
    {
        var tracks = FaceTracker.Track([Frame(Face(0)), Frame(Face(2), Face(4))], 0.3);

        Assert.That(tracks.Select(track => track.Faces.Count), Is.EquivalentTo(new[] { 2, 1 }));
    }

    [Test]
    public void Equal_detections_are_different_faces() =>
        Assert.That(FaceTracker.Track([Frame(Face(0), Face(0))], 0.3), Has.Count.EqualTo(2));

    [Test]
    public void No_face_gives_no_track() => Assert.That(FaceTracker.Track([Frame(), Frame()], 0.3), Is.Empty);

    [Test]
    public void The_least_overlap_is_the_callers() =>
        Assert.That(FaceTracker.Track([Frame(Face(0)), Frame(Face(90))], 0.05), Has.Count.EqualTo(1));

    [Test]
    public void A_track_knows_its_weight_and_its_place()
    {
        var track = FaceTracker.Track([Frame(Face(0)), Frame(Face(10, side: 120))], 0.3).Single();

        Assert.That(track.Weight, Is.EqualTo(24400));
        Assert.That(track.MeanBox(), Is.EqualTo(new FaceBox(5, 0, 115, 110)));
    }

    private static IEnumerable<string> Tracks(params IReadOnlyList<FaceDetection>[] frames) => FaceTracker.Track(frames, 0.3)
        .Select(track => string.Join(' ', track.Faces.Select(face => FormattableString.Invariant($"{face.Frame}:{face.Face.Box.Left}"))));
}
