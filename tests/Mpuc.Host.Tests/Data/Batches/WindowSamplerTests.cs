using FsCheck;
using FsCheck.Fluent;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Modalities;
using Mpuc.Host.Tests.Data.Sequences;

namespace Mpuc.Host.Tests.Data.Batches;

public class WindowSamplerTests
{
    private TestSet _set = null!;
    private SequenceStore _store = null!;
    private UnlabelledRecording _recording = null!;
    private Modality _fast = null!;
    private Modality _slow = null!;
    private Modality _still = null!;

    [OneTimeSetUp]
    public void OpenStore()
    {
        _set = new TestSet();
        _set.WriteCounting("r", "fast", 100);
        _set.WriteCounting("r", "slow", 8);
        _set.WriteCounting("r", "still", 1);
        _recording = _set.Recording("r", "g", "fast", "slow", "still");
        (_fast, _slow, _still) = (
            TestSet.Modality("fast", new NumbersEncoder(10)),
            TestSet.Modality("slow", new NumbersEncoder(1)),
            TestSet.Modality("still", new NumbersEncoder(0)));
        _store = SequenceStore.ForTraining(_set.Stage([_recording]), [_fast, _slow, _still], _set.Options);
    }

    [OneTimeTearDown]
    public void CloseStore()
    {
        _store.Dispose();
        _set.Dispose();
    }

    [Test]
    public void All_modalities_of_a_view_start_at_the_same_time_inside_the_shortest()
    {
        for (var epoch = 0; epoch < 50; epoch++)
        {
            var sampler = Random(new WindowOptions { Seconds = 3 }, epoch);
            var start = sampler.Start(_recording, _fast, 0);
            Assert.That(start, Is.InRange(0, 8 - 3));
            Assert.That(sampler.Start(_recording, _slow, 0), Is.EqualTo(start));
            Assert.That(sampler.Start(_recording, _still, 0), Is.EqualTo(start));
        }
    }

    [Test]
    public void Without_synchrony_each_modality_draws_a_start_of_its_own_over_its_own_length()
    {
        var starts = Enumerable.Range(0, 300).Select(epoch => Random(new WindowOptions { Seconds = 3, Synchronous = false }, epoch))
            .Select(sampler => (Fast: sampler.Start(_recording, _fast, 0), Slow: sampler.Start(_recording, _slow, 0))).ToList();
        Assert.That(starts.Select(pair => pair.Fast), Has.All.InRange(0, 7).And.Some.GreaterThan(6));
        Assert.That(starts.Select(pair => pair.Slow), Has.All.InRange(0, 5));
        Assert.That(Math.Abs(Correlation(starts)), Is.LessThan(0.2));
    }

    [Test]
    public void Views_epochs_and_seeds_draw_different_starts()
    {
        var starts = from seed in new[] { 0, 1 }
                     from epoch in new[] { 0, 1 }
                     from view in new[] { 0, 1 }
                     select Random(new WindowOptions { Seconds = 1 }, epoch, seed).Start(_recording, _fast, view);
        Assert.That(starts, Is.Unique);
    }

    [Test]
    public void Starts_are_uniform()
    {
        var cells = Enumerable.Range(0, 5000).Select(
            epoch => Random(new WindowOptions { Seconds = 3 }, epoch).Start(_recording, _fast, 1)).CountBy(start => (int)(start * 2));
        Assert.That(
            cells.Sum(cell => Math.Pow(cell.Value - 500, 2) / 500), Is.LessThan(27.9), "chi squared, 9 degrees of freedom, p = 0.001");
    }

    [Test]
    public void A_recording_shorter_than_the_window_starts_at_0() =>
        Assert.That(Random(new WindowOptions { Seconds = 30 }, 0).Start(_recording, _fast, 0), Is.Zero);

    [Test]
    public void Without_any_time_axis_every_window_starts_at_0() =>
        Assert.That(
            new RandomWindows(new RecordingSpan(_store, [_still], 1), new WindowOptions { Seconds = 1 }, 0, 0).Start(_recording, _still, 0),
            Is.Zero);

    [TestCase(1, new[] { 2.5 })]
    [TestCase(2, new[] { 0.0, 5.0 })]
    [TestCase(3, new[] { 0.0, 2.5, 5.0 })]
    public void Evaluation_windows_are_centred_or_spread_evenly(int windows, double[] starts)
    {
        var sampler = new EvenWindows(new RecordingSpan(_store, [_fast, _slow], 3), 3, windows);
        Assert.That(
            Enumerable.Range(0, sampler.Views).Select(view => sampler.Start(_recording, _fast, view)), Is.EqualTo(starts).Within(1e-12));
    }

    [Test]
    public void Every_window_lies_inside_the_recording() => Prop.ForAll(
        Gen.Choose(1, 120).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), Gen.Choose(1, 6).ToArbitrary(), (tenths, epoch, windows) =>
    {
        var seconds = tenths / 10.0;
        var span = new RecordingSpan(_store, _store.Modalities, seconds);
        var random = new RandomWindows(span, new WindowOptions { Seconds = seconds }, 0, epoch).Start(_recording, _slow, 0);
        var even = Enumerable.Range(0, windows).Select(view => new EvenWindows(span, seconds, windows).Start(_recording, _slow, view));
        return even.Append(random).All(start => start >= 0 && (start == 0 || start + seconds <= 8 + 1e-9));
    }).HoldsForAll();

    private RandomWindows Random(WindowOptions options, int epoch, int seed = 0) =>
        new(new RecordingSpan(_store, _store.Modalities, options.Seconds), options, seed, epoch);

    private static double Correlation(List<(double Fast, double Slow)> pairs)
    {
        var (fast, slow) = (pairs.Average(pair => pair.Fast), pairs.Average(pair => pair.Slow));
        return pairs.Sum(pair => (pair.Fast - fast) * (pair.Slow - slow))
            / Math.Sqrt(pairs.Sum(pair => Math.Pow(pair.Fast - fast, 2)) * pairs.Sum(pair => Math.Pow(pair.Slow - slow, 2)));
    }
}
