using Autofac;
using Mpuc;
using Samples.Vectors.Backbones;

namespace Samples.Vectors;

/// <summary>Registers the encoder and its backbones.</summary>
internal sealed class VectorsModule : Module
{
    /// <inheritdoc/>
    protected override void Load(ContainerBuilder builder)
    {
        builder.RegisterEncoder<VectorsEncoder>(VectorsConstants.Descriptor);
        builder.RegisterBackbone<Mlp>(Mlp.Descriptor);
        builder.RegisterBackbone<Linear>(Linear.Descriptor);
    }
}
