using Mpuc;
using Samples.Cepstrum.Backbones;

namespace Samples.Cepstrum.Tests;

public sealed class CepstralNetTests
{
    [Test]
    public void More_coefficients_than_bands_are_refused_with_both_numbers() => Assert.That(
        () => new CepstralNet(new BackboneContext([24], 10), new OptionValues(CepstralNet.Descriptor.Options)),
        Throws.TypeOf<MpucException>().With.Message.EqualTo("'coefficients' is 40, but the frames have 24 bands; it must not be larger."));

    [Test]
    public void It_belongs_to_another_plugins_kind() =>
        Assert.That((CepstralNet.Descriptor.Kind, CepstralNet.Descriptor.Key), Is.EqualTo(("audio", "audio/cepstrum")));
}
