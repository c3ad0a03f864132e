using Autofac;
using Mpuc;
using Samples.Physiology.Backbones;

namespace Samples.Physiology;

/// <summary>Registers the encoder and its backbone.</summary>
internal sealed class PhysiologyModule : Module
{
    /// <inheritdoc/>
    protected override void Load(ContainerBuilder builder)
    {
        builder.RegisterEncoder<PhysiologyEncoder>(PhysiologyEncoder.Descriptor);
        builder.RegisterBackbone<DilatedNet>(DilatedNet.Descriptor);
    }
}
