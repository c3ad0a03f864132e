using Mpuc.Host.Inference.Predictions;

namespace Mpuc.Host.Tests.Inference.Predictions;

public class SlidingWindowsTests
{
    [TestCase(0, 0.5, 1)]
    [TestCase(1, 0.5, 3)]
    [TestCase(1.2, 0.5, 4)]
    [TestCase(0.3, 0.1, 4)]
    [TestCase(0.1, 5, 2)]
    public void There_are_as_many_windows_as_it_takes_to_reach_the_end(double latest, double hop, int count) =>
        Assert.That(SlidingWindows.Count(latest, hop), Is.EqualTo(count));

    [Test]
    public void Windows_start_at_even_distances_and_the_last_one_ends_with_the_recording() => Assert.That(
        Enumerable.Range(0, SlidingWindows.Count(1.2, 0.5)).Select(number => SlidingWindows.StartOf(number, 0.5, 1.2)),
        Is.EqualTo(new[] { 0, 0.5, 1, 1.2 }).Within(1e-12));
}
