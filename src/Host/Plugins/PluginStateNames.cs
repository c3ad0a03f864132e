namespace Mpuc.Host.Plugins;

internal static class PluginStateNames
{
    /// <summary>The state as programs and people read it, such as <c>not-supported</c>.</summary>
    public static string Name(this PluginState state) => state switch
    {
        PluginState.Active => "active",
        PluginState.Disabled => "disabled",
        PluginState.NotSupported => "not-supported",
        PluginState.Malfunctioned => "malfunctioned",
        _ => "superseded",
    };
}
