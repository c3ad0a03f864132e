using Autofac.Core;
using Mpuc;
using Mpuc.Plugins.Face;

[assembly: MpucPlugin(FaceConstants.PluginId, typeof(FacePlugin))]

namespace Mpuc.Plugins.Face;

/// <summary>The face plugin: videos as crops of the main face, and the backbones that read them (paper, Sec. III-A, "Visual").</summary>
public sealed class FacePlugin : IModalityPlugin
{
    /// <inheritdoc/>
    public IModule CreateModule() => new FaceModule();
}
