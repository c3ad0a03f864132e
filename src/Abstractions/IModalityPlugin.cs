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

/// <summary>
/// Marks an assembly as a plugin's main assembly. The host reads it from the metadata before any of the plugin's code runs, so
/// exactly one assembly in a plugin's folder carries it. The plugin's version is the assembly's informational version; the contract
/// version that it needs is that of its reference to <c>Mpuc.Abstractions</c>.
/// </summary>
/// <param name="id">A stable, unique id in reverse-domain or dotted form, such as <c>mpuc.audio</c>.</param>
/// <param name="pluginType">
/// The plugin's entry point: a public type with a parameterless constructor that implements <see cref="IModalityPlugin"/>.
/// </param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class MpucPluginAttribute(string id, Type pluginType) : Attribute
{
    /// <summary>The plugin's id.</summary>
    public string Id { get; } = id;

    /// <summary>The plugin's entry point.</summary>
    public Type PluginType { get; } = pluginType;
}
