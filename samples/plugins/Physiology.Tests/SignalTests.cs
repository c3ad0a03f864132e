using Mpuc;
using Samples.Physiology.Signals;

namespace Samples.Physiology.Tests;

public sealed class SignalTests
{
    private static readonly Signal Ramp = new("ramp", [1, 2, 4], [10, 20, 40]);

    [Test]
    public void Between_samples_a_signal_is_linear_and_beyond_them_level() =>
        Assert.That(Ramp.At([0, 1, 1.25, 2, 3, 4, 5], 5, "f.csv"), Is.EqualTo(new[] { 10, 10, 12.5, 20, 30, 40, 40 }).Within(1e-12));

    [Test]
    public void A_longer_gap_is_refused_with_its_place() => Assert.That(
        () => Ramp.At([3], 1.5, "f.csv"),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "'f.csv': the signal 'ramp' has no sample between 2 s and 4 s, which is longer than the 1.5 s of 'maxGap'."));

    [Test]
    public void A_gap_that_no_frame_falls_into_does_not_matter() =>
        Assert.That(Ramp.At([1, 2, 4], 0.5, "f.csv"), Is.EqualTo(new[] { 10.0, 20, 40 }));

    [Test]
    public void Frames_lie_on_an_even_grid_up_to_the_last_sample() =>
        Assert.That(SignalGrid.Over(new ModalitySource("f.csv"), [Ramp], 2).Times, Is.EqualTo(new[] { 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4 }));

    [Test]
    public void A_span_has_the_frames_from_its_start_to_before_its_end() =>
        Assert.That(
            SignalGrid.Over(new ModalitySource("f.csv") { Start = 1, End = 2 }, [Ramp], 4).Times, Is.EqualTo(new[] { 1, 1.25, 1.5, 1.75 }));

    [Test]
    public void A_span_after_the_last_sample_is_refused() => Assert.That(
        () => SignalGrid.Over(new ModalitySource("f.csv") { Start = 5, End = 6 }, [Ramp], 4),
        Throws.TypeOf<MpucException>().With.Message.StartsWith("'f.csv' ends at 4 s, and the span from 5 s to 6 s holds no frame"));

    [Test]
    public void Times_in_nanoseconds_are_refused_rather_than_filling_the_memory() => Assert.That(
        () => SignalGrid.Over(new ModalitySource("f.csv"), [new Signal("a", [0, 1e12], [1, 2])], 4),
        Throws.TypeOf<MpucException>().With.Message.Contains("times must be in seconds"));
}
