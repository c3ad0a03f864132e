using Mpuc.Plugins.Audio.Spectrograms;

namespace Mpuc.Plugins.Audio.Tests.Spectrograms;

[TestFixture]
internal sealed class MelFilterBankTests
{
    // Values of the published tables: Slaney's scale is 15 mel at 1 kHz and 42 at 6.4 kHz; HTK's is 1000 mel at about 1 kHz.
    [TestCase(MelScale.Slaney, 0, 0)]
    [TestCase(MelScale.Slaney, 500, 7.5)]
    [TestCase(MelScale.Slaney, 1000, 15)]
    [TestCase(MelScale.Slaney, 6400, 42)]
    [TestCase(MelScale.Htk, 0, 0)]
    [TestCase(MelScale.Htk, 700, 781.1728387)]
    [TestCase(MelScale.Htk, 1000, 999.9855372)]
    [TestCase(MelScale.Htk, 6300, 2595)]
    public void Frequencies_have_the_published_pitch(MelScale scale, double hertz, double mel)
    {
        Assert.That(MelFrequency.FromHertz(hertz, scale), Is.EqualTo(mel).Within(1e-6));
        Assert.That(MelFrequency.ToHertz(mel, scale), Is.EqualTo(hertz).Within(1e-5));
    }

    [TestCase(MelScale.Slaney)]
    [TestCase(MelScale.Htk)]
    public void Both_directions_undo_each_other(MelScale scale)
    {
        for (var hertz = 0.0; hertz < 20000; hertz += 123.4)
        {
            Assert.That(MelFrequency.ToHertz(MelFrequency.FromHertz(hertz, scale), scale), Is.EqualTo(hertz).Within(1e-8));
        }
    }

    [Test]
    public void Without_normalisation_neighbouring_triangles_add_up_to_one()
    {
        var options = new LogMelOptions { HasEqualAreas = false, Bands = 40 };

        var weights = MelFilterBank.Create(options);

        // From the first band's peak to the last one's.
        for (var bin = 6; bin < 470; bin++)
        {
            Assert.That(Enumerable.Range(0, 40).Sum(band => weights[bin, band]), Is.EqualTo(1).Within(1e-12), $"bin {bin}");
        }
    }

    [Test]
    public void With_normalisation_every_filter_has_the_same_area()
    {
        var options = new LogMelOptions { Bands = 20, FftSize = 65536, WindowSize = 65536 };
        var binWidth = (double)options.SampleRate / options.FftSize;

        var weights = MelFilterBank.Create(options);

        var areas = Enumerable.Range(0, 20).Select(band =>
            Enumerable.Range(0, weights.GetLength(0)).Sum(bin => weights[bin, band]) * binWidth);
        Assert.That(areas, Has.All.EqualTo(1).Within(1e-3));
    }

    [Test]
    public void Nothing_outside_the_range_counts()
    {
        var weights = MelFilterBank.Create(new LogMelOptions { Bands = 10, MinFrequency = 1000, MaxFrequency = 2000 });

        for (var bin = 0; bin < weights.GetLength(0); bin++)
        {
            var sum = Enumerable.Range(0, 10).Sum(band => weights[bin, band]);
            Assert.That(sum > 0, Is.EqualTo(bin * 16000.0 / 1024 is > 1000 and < 2000), $"bin {bin}");
        }
    }

    [TestCase(8, 8)]
    [TestCase(5, 8)]
    [TestCase(6, 9)]
    public void The_window_is_a_raised_cosine_in_the_middle_of_the_transform(int size, int fftSize)
    {
        var window = HannWindow.Create(size, fftSize);

        var left = (fftSize - size) / 2;
        Assert.That(window, Has.Length.EqualTo(fftSize));
        Assert.That(
            window[left..(left + size)],
            Is.EqualTo(Enumerable.Range(0, size).Select(n => Math.Pow(Math.Sin(Math.PI * n / size), 2))).Within(1e-15));
        Assert.That(window.Sum(), Is.EqualTo(size / 2.0).Within(1e-12));
    }
}
