using Autofac;
using Mpuc.Media;
using Mpuc.Plugins.Landmarks.Backbones;
using Mpuc.Plugins.Landmarks.Detection;

namespace Mpuc.Plugins.Landmarks;

/// <summary>Registers the landmarks encoder, its backbones and the weights that it can use.</summary>
internal sealed class LandmarksModule : Module
{
    protected override void Load(ContainerBuilder builder)
    {
        builder.RegisterEncoder<LandmarksEncoder>(LandmarksEncoder.Descriptor);
        builder.RegisterBackbone<Stgcn>(Stgcn.Descriptor);
        builder.RegisterBackbone<Tcn>(Tcn.Descriptor);
        builder.RegisterWeights(LandmarkWeights.Network);
        foreach (var weights in MediaWeights.FaceDetectors)
        {
            builder.RegisterWeights(weights);
        }
    }
}
