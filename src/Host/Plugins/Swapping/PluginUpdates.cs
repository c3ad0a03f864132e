namespace Mpuc.Host.Plugins.Swapping;

/// <summary>Tells a host that runs when its plugins have changed, and then what of that it could take.</summary>
internal sealed class PluginUpdates(PluginCatalog catalog, TimeProvider clock)
{
    private readonly FolderWatch _watch = new(catalog.Folders, clock);

    /// <summary>Whether there is something that <see cref="Find"/> has not looked at, see <see cref="FolderWatch.HasChanged"/>.</summary>
    public bool ArePending() => _watch.HasChanged();

    /// <summary>Loads what has changed, see <see cref="PluginCatalog.FindUpdate"/>.</summary>
    /// <returns>What could be taken; null where there is nothing.</returns>
    public PluginUpdate? Find()
    {
        _watch.Accept();
        return catalog.FindUpdate();
    }
}
