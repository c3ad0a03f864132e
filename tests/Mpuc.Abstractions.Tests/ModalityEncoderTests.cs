using TorchSharp;

namespace Mpuc.Tests;

internal sealed class ModalityEncoderTests
{
    [TestCase(10, 3, 30)]
    [TestCase(10, 0.26, 3)]
    [TestCase(10, 0.01, 1)]
    [TestCase(0, 3, 1)]
    public void A_window_has_the_frames_of_its_seconds_and_at_least_one(double frameRate, double seconds, int frames) =>
        Assert.That(new Counter(frameRate).WindowFrames(seconds), Is.EqualTo(frames));

    [TestCase(0)]
    [TestCase(-1)]
    public void A_window_without_length_is_refused(double seconds) =>
        Assert.That(() => new Counter(10).WindowFrames(seconds), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public async Task A_window_is_cut_where_its_time_says()
    {
        var encoder = new Counter(10);
        using var sequence = await encoder.ReadAsync(new ModalitySource("ten seconds"), CancellationToken.None);
        using var window = encoder.Window(sequence, new TimeWindow(2, 0.3));

        Assert.That(window.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 20, 21, 22 }));
    }

    [TestCase(0, null, 0, 100)]
    [TestCase(1.5, null, 15, 85)]
    [TestCase(1.5, 2.0, 15, 5)]
    [TestCase(9.5, 12.0, 95, 5)]
    public void A_span_names_the_frames_between_its_start_and_its_end(double start, double? end, int first, int count) =>
        Assert.That(new Counter(10).SpanOf(Source(start, end), 100), Is.EqualTo((first, count)));

    [TestCase(10, null)]
    [TestCase(3, 3.0)]
    [TestCase(-1, null)]
    public void A_span_without_frames_is_refused_by_a_sentence(double start, double? end) => Assert.That(
        () => new Counter(10).SpanOf(Source(start, end), 100),
        Throws.InstanceOf<MpucException>().With.Message.StartsWith("'ten seconds' has 100 frames at 10 per second, none of them between"));

    private static ModalitySource Source(double start, double? end) => new("ten seconds") { Start = start, End = end };

    /// <summary>Ten seconds of frames that count from 0.</summary>
    private sealed class Counter(double frameRate) : ModalityEncoder
    {
        protected override double FrameRate => frameRate;

        public override Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken) =>
            Task.FromResult(new ModalitySequence(torch.arange(10 * frameRate, torch.ScalarType.Float32).unsqueeze(1), frameRate));

        public (int First, int Count) SpanOf(ModalitySource source, int frames) => Span(source, frames);
    }
}
