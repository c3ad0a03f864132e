using Autofac;
using Mpuc.Plugins.Face.Backbones.R2Plus1d;

namespace Mpuc.Plugins.Face.Backbones;

/// <summary>The backbones that read clips of faces, and the weights that they can start from.</summary>
internal static class FaceBackbones
{
    /// <summary>The kind of modality that they encode; configurations and checkpoints keep it, so it must not change.</summary>
    public const string Kind = "face";

    /// <summary>The name of the paper's backbone.</summary>
    public const string R2Plus1d = "r2plus1d";

    /// <summary>The name of the light backbone.</summary>
    public const string Conv3d = "conv3d";

    /// <summary>Offers the backbones and names their weights.</summary>
    /// <param name="builder">The builder that the plugin's module loads into.</param>
    public static void Register(ContainerBuilder builder)
    {
        builder.RegisterBackbone<R2Plus1dNet>(R2Plus1dNet.Descriptor);
        builder.RegisterBackbone<Conv3dNet>(Conv3dNet.Descriptor);
        builder.RegisterWeights(TorchvisionWeights.Kinetics);
    }
}
