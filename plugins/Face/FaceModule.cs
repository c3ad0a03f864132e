using Autofac;
using Mpuc.Media;
using Mpuc.Plugins.Face.Backbones;

namespace Mpuc.Plugins.Face;

/// <summary>Registers the face encoder, its backbones and the weights of its detectors.</summary>
internal sealed class FaceModule : Module
{
    protected override void Load(ContainerBuilder builder)
    {
        builder.RegisterEncoder<FaceEncoder>(FaceEncoder.Descriptor);
        FaceBackbones.Register(builder);
        foreach (var weights in MediaWeights.FaceDetectors)
        {
            builder.RegisterWeights(weights);
        }
    }
}
