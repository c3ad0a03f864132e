using FsCheck;
using FsCheck.Fluent;
using TorchSharp;

namespace Mpuc.Tests;

internal sealed class ModalitySequenceTests
{
    private static Gen<(int Length, int Frames, double Start, double Rate)> Cuts =>
        from length in Gen.Choose(1, 12)
        from frames in Gen.Choose(1, 15)
        from start in Gen.Choose(0, 400)
        from rate in Gen.Elements(0.5, 1, 3, 12.5, 30)
        select (length, frames, start / 100.0, rate);

    [Test]
    public void A_cut_holds_what_a_loop_over_the_frames_would_copy() => Prop.ForAll(Cuts.ToArbitrary(), cut =>
    {
        using var sequence = Count(cut.Length, cut.Rate);
        using var window = sequence.Cut(new TimeWindow(cut.Start, 1), cut.Frames);

        Assert.That(window.Values.shape, Is.EqualTo(new long[] { cut.Frames, 2 }));
        Assert.That(window.Values.data<float>().ToArray(), Is.EqualTo(Naive(cut.Length, cut.Frames, cut.Start * cut.Rate)));
        Assert.That(window.ValidLength, Is.EqualTo(Math.Min(cut.Length, cut.Frames)));
    }).HoldsForAll();

    [Test]
    public void A_cut_starts_at_the_frame_nearest_to_its_time()
    {
        using var sequence = Count(length: 10, frameRate: 10);
        using var window = sequence.Cut(new TimeWindow(0.26, 0.2), 2);

        Assert.That(window.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 3, -3, 4, -4 }));
    }

    [Test]
    public void A_cut_beyond_the_end_moves_back_to_whole_frames()
    {
        using var sequence = Count(length: 5, frameRate: 1);
        using var window = sequence.Cut(new TimeWindow(100, 3), 3);

        Assert.That(window.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 2, -2, 3, -3, 4, -4 }));
        Assert.That(window.ValidLength, Is.EqualTo(3));
    }

    [Test]
    public void A_recording_shorter_than_the_window_is_padded_with_zeros()
    {
        using var sequence = Count(length: 1, frameRate: 1, first: 7);
        using var window = sequence.Cut(new TimeWindow(0, 3), 3);

        Assert.That(window.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 7, -7, 0, 0, 0, 0 }));
        Assert.That(window.ValidLength, Is.EqualTo(1));
    }

    [Test]
    public void A_cut_is_a_copy()
    {
        using var sequence = Count(length: 3, frameRate: 1);
        using var window = sequence.Cut(new TimeWindow(0, 3), 3);
        window.Values.zero_();

        Assert.That(sequence.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 0, 0, 1, -1, 2, -2 }));
    }

    [Test]
    public void A_cut_outlives_its_sequence_and_any_dispose_scope_inside()
    {
        ModalityWindow window;
        using (var sequence = Count(length: 2, frameRate: 1))
        {
            window = sequence.Cut(new TimeWindow(0, 1), 4);
        }

        Assert.That(window.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 0, 0, 1, -1, 0, 0, 0, 0 }));
        window.Dispose();
    }

    [Test]
    public void A_sequence_without_a_time_axis_is_returned_whole_whatever_the_start()
    {
        using var sequence = Count(length: 1, frameRate: 0, first: 5);
        using var window = sequence.Cut(new TimeWindow(2.5, 3), 1);

        Assert.That(window.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 5, -5 }));
        Assert.That(sequence.Duration, Is.Zero);
    }

    [Test]
    public void A_window_of_no_frames_is_refused()
    {
        using var sequence = Count(length: 2, frameRate: 1);

        Assert.That(() => sequence.Cut(new TimeWindow(0, 1), 0), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Length_and_duration_follow_from_the_frames()
    {
        using var sequence = Count(length: 45, frameRate: 30);

        Assert.That(sequence.Length, Is.EqualTo(45));
        Assert.That(sequence.Duration, Is.EqualTo(1.5));
    }

    [Test]
    public void A_sequence_without_frames_is_refused()
    {
        using var none = torch.zeros(0, 2);
        using var scalar = torch.zeros([]);

        Assert.That(
            () => new ModalitySequence(none, 30), Throws.ArgumentException.With.Message.StartsWith("A sequence needs at least one frame."));
        Assert.That(() => new ModalitySequence(scalar, 30), Throws.ArgumentException);
    }

    [Test]
    public void Several_frames_without_a_frame_rate_are_refused()
    {
        using var values = torch.zeros(2, 2);

        Assert.That(
            () => new ModalitySequence(values, 0),
            Throws.ArgumentException.With.Message.StartsWith("A sequence without a time axis has one frame, not 2."));
        Assert.That(() => new ModalitySequence(values, -1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    /// <summary>Frame i is (first + i, -(first + i)).</summary>
    private static ModalitySequence Count(int length, double frameRate, int first = 0)
    {
        var values = Enumerable.Range(first, length).SelectMany(number => new float[] { number, -number }).ToArray();
        return new ModalitySequence(torch.tensor(values, [length, 2]), frameRate);
    }

    private static float[] Naive(int length, int frames, double startFrame)
    {
        var first = Math.Round(startFrame);
        while (first > 0 && first + frames > length)
        {
            first--;
        }

        var expected = new float[frames * 2];
        for (var frame = 0; frame < frames && first + frame < length; frame++)
        {
            expected[2 * frame] = (float)(first + frame);
            expected[(2 * frame) + 1] = -(float)(first + frame);
        }

        return expected;
    }
}
