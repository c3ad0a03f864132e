using Autofac.Core;
using Mpuc;
using Mpuc.Plugins.Landmarks;

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
