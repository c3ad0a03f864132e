using Autofac.Core;

namespace Mpuc;

/// <summary>
/// A plugin's entry point. The host constructs it once, after the checks on the plugin's metadata, and asks for its module.
/// Neither the constructor nor the module may read files, start threads or touch static state of shared assemblies.
/// </summary>
public interface IModalityPlugin
{
    /// <summary>
    /// The Autofac module that registers the plugin's encoders and backbones, with
    /// <see cref="PluginRegistration.RegisterEncoder{TEncoder}"/> and <see cref="PluginRegistration.RegisterBackbone{TBackbone}"/>.
    /// An exception marks the plugin as malfunctioned and concerns nobody else.
    /// </summary>
    /// <returns>A new module.</returns>
    IModule CreateModule();
}
