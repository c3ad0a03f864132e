using Mpuc.Plugins.Landmarks.Reading;

namespace Mpuc.Plugins.Landmarks.Tests.Reading;

[TestFixture]
internal sealed class TrackSamplingTests
{
    [Test]
    public void A_track_of_the_right_rate_stays_as_it_is()
    {
        var samples = Sample(30, Track([0, 1 / 30.0, 2 / 30.0], [5, 6, 8]));

        Assert.That(samples, Is.EqualTo(new[] { 5f, 6, 8 }).Within(1e-5));
    }

    [Test]
    public void Timestamps_in_milliseconds_lose_no_frame()
    {
        var seconds = Enumerable.Range(0, 107).Select(frame => Math.Round(frame / 30.0, 3)).ToArray();

        Assert.That(Sample(30, Track(seconds, [.. seconds.Select(_ => 1f)])), Has.Length.EqualTo(107));
    }

    [Test]
    public void Another_rate_is_interpolated_over_time()
    {
        var samples = Sample(4, Track([0, 0.5, 1], [0, 10, 30]));

        Assert.That(samples, Is.EqualTo(new[] { 0f, 5, 10, 20, 30 }).Within(1e-5));
    }

    [Test]
    public void A_rate_that_varies_becomes_constant()
    {
        var samples = Sample(10, Track([0, 0.05, 0.25, 0.3], [0, 5, 25, 30]));

        Assert.That(samples, Is.EqualTo(new[] { 0f, 10, 20, 30 }).Within(1e-5));
    }

    [Test]
    public void Failed_frames_are_bridged_and_the_ends_stand_still()
    {
        var samples = Sample(10, Track([0, 0.1, 0.2, 0.3, 0.4, 0.5], [float.NaN, 10, float.NaN, float.NaN, 40, float.NaN]));

        Assert.That(samples, Is.EqualTo(new[] { 10f, 10, 20, 30, 40, 40 }).Within(1e-5));
    }

    [Test]
    public void One_frame_becomes_one_sample() => Assert.That(Sample(30, Track([7], [3])), Is.EqualTo(new[] { 3f }));

    [Test]
    public void A_recording_whose_frames_all_failed_is_refused()
    {
        Assert.That(
            () => Sample(30, Track([0, 0.1], [float.NaN, float.NaN])),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                "'a.csv' has no frame with a face (2 frames failed); leave the recording out, or lower 'minConfidence'."));
        Assert.That(() => Sample(30, Track([0], [float.NaN])), Throws.TypeOf<MpucException>().With.Message.Contains("(1 frame failed)"));
    }

    [TestCase(new[] { 0, 0.1, 2.2 }, new[] { 1, float.NaN, 1 }, "0 s to 2.2 s", TestName = "A_long_gap_is_refused_with_its_place(within)")]
    [TestCase(
        new[] { 0, 1.5, 2.2 }, new[] { float.NaN, 1, 1 }, "0 s to 1.5 s", TestName = "A_long_gap_is_refused_with_its_place(at the start)")]
    [TestCase(
        new[] { 0, 0.5, 2.2 }, new[] { 1, 1, float.NaN }, "0.5 s to 2.2 s", TestName = "A_long_gap_is_refused_with_its_place(at the end)")]
    public void A_long_gap_is_refused_with_its_place(double[] seconds, float[] values, string span) => Assert.That(
        () => Sample(30, Track(seconds, values)),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            $"'a.csv' shows no face from {span}; up to 1 s are bridged, so cut the recording there or raise 'maxGap'."));

    // NaN marks a failed frame; all points of a frame have the same coordinates.
    private static LandmarkTrack Track(double[] seconds, float[] values) => new(
        "a.csv",
        [.. seconds.Zip(values, (time, value) => new TrackedFrame(time, [.. Enumerable.Repeat(value, 136)], !float.IsNaN(value)))]);

    private static float[] Sample(double frameRate, LandmarkTrack track)
    {
        var samples = new TrackSampling(frameRate, maxGap: 1).Sample(track);
        Assert.That(samples.All(sample => sample.Length == 136 && sample.All(value => Math.Abs(value - sample[0]) < 1e-4)), Is.True);
        return [.. samples.Select(sample => sample[0])];
    }
}
