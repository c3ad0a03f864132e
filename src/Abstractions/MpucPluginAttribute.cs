namespace Mpuc;

/// <summary>
/// Marks an assembly as a plugin's main assembly. The host reads it from the metadata before any of the plugin's code runs, so
/// exactly one assembly in a plugin's folder carries it. The plugin's version is the assembly's informational version; the contract
/// version that it needs is that of its reference to <c>Mpuc.Abstractions</c>.
/// </summary>
/// <param name="id">A stable, unique id in reverse-domain or dotted form, such as <c>mpuc.audio</c>.</param>
/// <param name="pluginType">The plugin's entry point: a public type with a parameterless constructor that implements <see cref="IModalityPlugin"/>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class MpucPluginAttribute(string id, Type pluginType) : Attribute
{
    /// <summary>The plugin's id.</summary>
    public string Id { get; } = id;

    /// <summary>The plugin's entry point.</summary>
    public Type PluginType { get; } = pluginType;
}
