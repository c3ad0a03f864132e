using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using TorchSharp;

namespace Mpuc.Host.Tests.Data.Sequences;

public class FrameStatisticsTests
{
    [Test]
    public void Mean_and_deviation_are_those_of_all_frames_together()
    {
        var random = StableRandom.For(0, "frames");
        var sequences = new[] { 1, 7, 30 }.Select(
            length => Enumerable.Range(0, length).Select(
                _ => new[] { (float)(1e4 + random.NextNormal()), (float)random.NextDouble() }).ToArray()).ToList();
        using var statistics = new FrameStatistics();
        foreach (var sequence in sequences)
        {
            using var values = Tensor(sequence);
            statistics.Add(values);
        }

        using var standardization = statistics.ToStandardization();
        for (var feature = 0; feature < 2; feature++)
        {
            var all = sequences.SelectMany(sequence => sequence.Select(frame => (double)frame[feature])).ToList();
            var mean = all.Average();
            Assert.That(standardization.Mean[feature].item<double>(), Is.EqualTo(mean).Within(1e-12 * mean));
            Assert.That(
                standardization.Deviation[feature].item<double>(),
                Is.EqualTo(Math.Sqrt(all.Average(value => (value - mean) * (value - mean)))).Within(1e-9));
        }
    }

    [Test]
    public void A_feature_that_never_changes_gets_the_deviation_1()
    {
        using var statistics = new FrameStatistics();
        for (var i = 0; i < 3; i++)
        {
            using var values = Tensor([.. Enumerable.Repeat(new[] { 0.1f, 12345.678f, 0f }, 7 + i)]);
            statistics.Add(values);
        }

        using var standardization = statistics.ToStandardization();
        Assert.That(standardization.Deviation.data<double>().ToArray(), Is.EqualTo(new[] { 1.0, 1.0, 1.0 }));
    }

    [Test]
    public void The_least_change_of_a_large_value_is_still_a_change()
    {
        using var statistics = new FrameStatistics();
        using var values = Tensor([[10000f], [MathF.BitIncrement(10000f)]]);
        statistics.Add(values);
        using var standardization = statistics.ToStandardization();
        Assert.That(standardization.Deviation.item<double>(), Is.EqualTo((MathF.BitIncrement(10000f) - 10000f) / 2).Within(1e-9));
    }

    private static torch.Tensor Tensor(float[][] frames) =>
        torch.tensor(frames.SelectMany(frame => frame).ToArray()).reshape(frames.Length, -1);
}
