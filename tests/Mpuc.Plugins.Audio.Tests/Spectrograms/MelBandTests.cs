using Mpuc.Plugins.Audio.Spectrograms;

namespace Mpuc.Plugins.Audio.Tests.Spectrograms;

[TestFixture]
internal sealed class MelBandTests
{
    [Test]
    public void Bands_hold_what_is_not_zero_of_their_filters()
    {
        var filters = MelFilterBank.Create(new LogMelOptions { FftSize = 256, WindowSize = 256 });

        var bands = MelBand.Of(filters);

        Assert.That(bands, Has.Length.EqualTo(128));
        for (var band = 0; band < bands.Length; band++)
        {
            var dense = new double[filters.GetLength(0)];
            bands[band].Weights.CopyTo(dense, bands[band].FirstBin);
            Assert.That(dense, Is.EqualTo(Enumerable.Range(0, dense.Length).Select(bin => filters[bin, band])), $"band {band}");
            Assert.That(bands[band].Weights, Has.All.Positive, $"band {band}");
        }
    }
}
