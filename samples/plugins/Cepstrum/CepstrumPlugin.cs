using Autofac;
using Autofac.Core;
using Mpuc;
using Samples.Cepstrum;
using Samples.Cepstrum.Backbones;

[assembly: MpucPlugin("samples.cepstrum", typeof(CepstrumPlugin))]

namespace Samples.Cepstrum;

/// <summary>The entry point of a plugin without a modality: a backbone for another plugin's kind is all that it offers.</summary>
public sealed class CepstrumPlugin : IModalityPlugin
{
    /// <inheritdoc/>
    public IModule CreateModule() => new CepstrumModule();

    private sealed class CepstrumModule : Autofac.Module
    {
        protected override void Load(ContainerBuilder builder) => builder.RegisterBackbone<CepstralNet>(CepstralNet.Descriptor);
    }
}
