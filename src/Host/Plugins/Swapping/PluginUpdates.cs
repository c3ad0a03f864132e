namespace Mpuc.Host.Plugins.Swapping;

/// <summary>Tells a host that runs when its plugin folders have changed, and then what of that it could take.</summary>
/// <param name="catalog">The plugins at work.</param>
/// <param name="clock">The clock.</param>
internal sealed class PluginUpdates(PluginCatalog catalog, TimeProvider clock)
{
    private readonly string[] _folders = [.. catalog.Folders];
    private string _known = FolderStamp.Of(catalog.Folders);
    private string _seen = "";
    private long _looked = clock.GetTimestamp();

    /// <summary>How often the folders are looked at, at most.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Whether the folders have changed since the last <see cref="Find"/> and have been still for a while, so that nothing is taken that is being copied.
    /// Cheap: it may be asked at every step.
    /// </summary>
    public bool ArePending()
    {
        if (clock.GetElapsedTime(_looked) < Interval)
        {
            return false;
        }

        _looked = clock.GetTimestamp();
        var before = _seen;
        _seen = FolderStamp.Of(_folders);
        return _seen == before && _seen != _known;
    }

    /// <summary>Loads what has changed, see <see cref="PluginCatalog.FindUpdate"/>.</summary>
    /// <returns>What could be taken; null where there is nothing.</returns>
    public PluginUpdate? Find()
    {
        _known = FolderStamp.Of(_folders);
        return catalog.FindUpdate();
    }
}
