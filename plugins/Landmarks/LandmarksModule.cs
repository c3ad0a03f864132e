using Autofac;
using Mpuc.Plugins.Landmarks.Backbones;

namespace Mpuc.Plugins.Landmarks;

/// <summary>Registers the landmarks encoder and its backbones.</summary>
internal sealed class LandmarksModule : Module
{
    protected override void Load(ContainerBuilder builder)
    {
        builder.RegisterEncoder<LandmarksEncoder>(LandmarksEncoder.Descriptor);
        builder.RegisterBackbone<Stgcn>(Stgcn.Descriptor);
        builder.RegisterBackbone<Tcn>(Tcn.Descriptor);
    }
}
