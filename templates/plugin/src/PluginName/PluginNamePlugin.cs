using Autofac.Core;
using Mpuc;
using PluginName;

// The id stays as it is for good: caches, runs and checkpoints keep it.
[assembly: MpucPlugin("my.pluginName", typeof(PluginNamePlugin))]

namespace PluginName;

/// <summary>The entry point.</summary>
public sealed class PluginNamePlugin : IModalityPlugin
{
    /// <inheritdoc/>
    public IModule CreateModule() => new PluginNameModule();
}
