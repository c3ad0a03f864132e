using Mpuc.Plugins.Audio.Resampling;

namespace Mpuc.Plugins.Audio.Tests.Resampling;

[TestFixture]
internal sealed class ResamplerTests
{
    // Pairs of rates: speech and music rates, up, down, and one that shares no factor.
    private static readonly int[][] Rates =
    [
        [44100, 16000],
        [48000, 16000],
        [22050, 16000],
        [8000, 16000],
        [16000, 44100],
        [16001, 16000],
        [96000, 8000],
        [47998, 16000],
        [191998, 16000],
    ];

    private static readonly int[][] LowerRates = [.. Rates.Where(rates => rates[1] < rates[0])];

    [Test]
    public void Every_sample_is_what_the_direct_sum_in_float64_gives()
    {
        var golden = TestData.Golden("resampling.json");
        float[] samples = [.. golden["samples"]!.Numbers().Select(sample => (float)(sample / 32768))];

        foreach (var node in golden["cases"]!.AsArray())
        {
            var resampled = new Resampler((int)node!["from"]!, (int)node["to"]!).Resample(samples);

            Assert.That(resampled, Is.EqualTo(node["resampled"]!.Numbers()).Within(2e-7), $"{node["from"]} to {node["to"]}");
        }
    }

    [TestCaseSource(nameof(Rates))]
    public void A_tone_stays_the_same_tone(int from, int to)
    {
        var frequency = 0.4 * Math.Min(from, to);

        var resampled = new Resampler(from, to).Resample(Signals.Tone(frequency, from, 0.5));

        // The kernel reaches over silence at the ends.
        var expected = Signals.Tone(frequency, to, 0.5);
        var edge = 80 * Math.Max(from, to) / from * Math.Max(to, from) / to;
        Assert.That(resampled[edge..^edge], Is.EqualTo(expected[edge..^edge]).Within(2e-5));
    }

    [TestCaseSource(nameof(LowerRates))]
    public void A_frequency_that_the_new_rate_cannot_hold_disappears(int from, int to)
    {
        var frequency = Math.Min(0.51 * to, 0.4999 * from);

        var resampled = new Resampler(from, to).Resample(Signals.Tone(frequency, from, 0.5));

        var edge = 80 * from / to;
        Assert.That(resampled[edge..^edge].Max(Math.Abs), Is.LessThan(0.5 * 2e-5), "96 dB down");
    }

    [TestCase(44100, 16000, 44100, 16000)]
    [TestCase(44100, 16000, 1, 1)]
    [TestCase(8000, 16000, 3, 6)]
    [TestCase(3, 2, 10, 7)]
    public void The_length_is_the_duration_rounded_up(int from, int to, int count, int expected) =>
        Assert.That(new Resampler(from, to).Resample(new float[count]), Has.Length.EqualTo(expected));

    [Test]
    public void A_constant_stays_constant()
    {
        var resampled = new Resampler(44100, 16000).Resample([.. Enumerable.Repeat(0.25f, 20_000)]);

        Assert.That(resampled[300..^300], Has.All.EqualTo(0.25).Within(1e-5));
    }

    [Test]
    public void Cancellation_ends_the_work() => Assert.That(
        () => new Resampler(44100, 16000).Resample(new float[1000], new CancellationToken(canceled: true)),
        Throws.InstanceOf<OperationCanceledException>());
}
