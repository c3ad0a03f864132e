using Autofac;
using Mpuc;
using PluginName.Backbones;

namespace PluginName;

/// <summary>Tells the host what the plugin offers.</summary>
internal sealed class PluginNameModule : Module
{
    /// <inheritdoc/>
    protected override void Load(ContainerBuilder builder)
    {
        builder.RegisterEncoder<PluginNameEncoder>(PluginNameEncoder.Descriptor);
        builder.RegisterBackbone<PluginNameNet>(PluginNameNet.Descriptor);
    }
}
