using Autofac;
using Autofac.Core;
using Mpuc;
using Mpuc.Media;
using Mpuc.Plugins.Landmarks;
using Mpuc.Plugins.Landmarks.Backbones;
using Mpuc.Plugins.Landmarks.Detection;

[assembly: MpucPlugin(LandmarksConstants.PluginId, typeof(LandmarksPlugin))]

namespace Mpuc.Plugins.Landmarks;

/// <summary>
/// The landmarks plugin: points on a speaker's face over time, and the backbones that read them (paper, Sec. III-A, "Visual").
/// </summary>
public sealed class LandmarksPlugin : IModalityPlugin
{
    /// <inheritdoc/>
    public IModule CreateModule() => new LandmarksModule();
}

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

/// <summary>Names that configurations, checkpoints and caches keep, and so must not change.</summary>
internal static class LandmarksConstants
{
    /// <summary>The plugin's id.</summary>
    public const string PluginId = "mpuc.landmarks";

    /// <summary>The kind of modality.</summary>
    public const string Kind = "landmarks";

    /// <summary>The name of the paper's backbone.</summary>
    public const string Stgcn = "stgcn";

    /// <summary>The name of the light backbone.</summary>
    public const string Tcn = "tcn";
}
