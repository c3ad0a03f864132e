using Autofac;
using Autofac.Core;
using Mpuc;
using Mpuc.Media;
using Mpuc.Plugins.Face;
using Mpuc.Plugins.Face.Backbones;
using Mpuc.Plugins.Face.Backbones.R2Plus1d;

[assembly: MpucPlugin(FaceConstants.PluginId, typeof(FacePlugin))]

namespace Mpuc.Plugins.Face;

/// <summary>The face plugin: videos as crops of the main face, and the backbones that read them (paper, Sec. III-A, "Visual").</summary>
public sealed class FacePlugin : IModalityPlugin
{
    /// <inheritdoc/>
    public IModule CreateModule() => new FaceModule();
}

/// <summary>Registers the face encoder, its backbones and the weights of its detectors.</summary>
internal sealed class FaceModule : Module
{
    protected override void Load(ContainerBuilder builder)
    {
        builder.RegisterEncoder<FaceEncoder>(FaceEncoder.Descriptor);
        builder.RegisterBackbone<R2Plus1dNet>(R2Plus1dNet.Descriptor);
        builder.RegisterBackbone<Conv3dNet>(Conv3dNet.Descriptor);
        builder.RegisterWeights(TorchvisionWeights.Kinetics);
        foreach (var weights in MediaWeights.FaceDetectors)
        {
            builder.RegisterWeights(weights);
        }
    }
}

/// <summary>Names that configurations, checkpoints and caches keep, and so must not change.</summary>
internal static class FaceConstants
{
    /// <summary>The plugin's id.</summary>
    public const string PluginId = "mpuc.face";

    /// <summary>The kind of modality.</summary>
    public const string Kind = "face";

    /// <summary>The name of the paper's backbone.</summary>
    public const string R2Plus1d = "r2plus1d";

    /// <summary>The name of the light backbone.</summary>
    public const string Conv3d = "conv3d";
}
