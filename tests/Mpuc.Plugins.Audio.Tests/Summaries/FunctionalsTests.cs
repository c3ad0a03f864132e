using Mpuc.Plugins.Audio.Summaries;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Tests.Summaries;

[TestFixture]
internal sealed class FunctionalsTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    [TestCase(60)]
    public void Every_statistic_is_what_a_plain_loop_gives(int count)
    {
        const int Bands = 3;
        var frames = Enumerable.Range(0, count).Select(i => Signals.Noise(Bands, i)).ToArray();

        var actual = Compute(frames);

        Assert.That(actual, Has.Length.EqualTo(Functionals.PerBand * Bands));
        for (var band = 0; band < Bands; band++)
        {
            var all = frames.Select(frame => (double)frame[band]).ToArray();
            var loud = frames.OrderByDescending(frame => frame.Sum(value => (double)value))
                .Take((count + 1) / 2)
                .Select(frame => (double)frame[band])
                .ToArray();
            var change = count == 1 ? 0 : all.Skip(1).Zip(all, (next, value) => Math.Abs(next - value)).Average();
            double[] expected =
                [all.Average(), Deviation(all), loud.Average(), Deviation(loud), change, Percentile(all, 0.1), Percentile(all, 0.9)];
            for (var statistic = 0; statistic < expected.Length; statistic++)
            {
                Assert.That(
                    actual[(statistic * Bands) + band],
                    Is.EqualTo(expected[statistic]).Within(1e-5),
                    $"statistic {statistic}, band {band}");
            }
        }
    }

    [Test]
    public void The_order_of_the_frames_counts_for_the_change_alone()
    {
        var frames = Enumerable.Range(0, 20).Select(i => Signals.Noise(4, i)).ToArray();

        var (forth, sorted) = (Compute(frames), Compute([.. frames.OrderBy(frame => frame[0])]));

        var change = new Range(4 * 4, 5 * 4);
        Assert.That(sorted[..16], Is.EqualTo(forth[..16]).Within(1e-6));
        Assert.That(sorted[20..], Is.EqualTo(forth[20..]).Within(1e-6));
        Assert.That(sorted[change][0], Is.LessThan(forth[change][0]));
    }

    private static float[] Compute(float[][] frames)
    {
        using var scope = NewDisposeScope();
        var result = Functionals.Of(tensor(frames.SelectMany(frame => frame).ToArray()).reshape(frames.Length, -1));
        Assert.That(result.shape[0], Is.EqualTo(1));
        return result.data<float>().ToArray();
    }

    private static double Deviation(double[] values) => Math.Sqrt(values.Average(value => Math.Pow(value - values.Average(), 2)));

    // Between the two nearest values in order, in a line.
    private static double Percentile(double[] values, double fraction)
    {
        var sorted = values.Order().ToArray();
        var (low, part) = ((int)(fraction * (sorted.Length - 1)), (fraction * (sorted.Length - 1)) % 1);
        return sorted[low] + (part * (sorted[Math.Min(low + 1, sorted.Length - 1)] - sorted[low]));
    }
}
