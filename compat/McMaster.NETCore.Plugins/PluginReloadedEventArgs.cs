namespace McMaster.NETCore.Plugins;

/// <summary>Says which plugin was loaded anew.</summary>
public class PluginReloadedEventArgs(PluginLoader loader) : EventArgs
{
    /// <summary>The loader, already on its new load context.</summary>
    public PluginLoader Loader { get; } = loader;
}
