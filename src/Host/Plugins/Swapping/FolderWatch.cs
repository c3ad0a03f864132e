namespace Mpuc.Host.Plugins.Swapping;

/// <summary>Tells a host that runs when its plugin folders have changed.</summary>
internal sealed class FolderWatch(IReadOnlyList<string> folders, TimeProvider clock)
{
    private string _known = FolderStamp.Of(folders);
    private string _seen = "";
    private long _looked = clock.GetTimestamp();

    /// <summary>How often the folders are looked at, at most.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Whether the folders have changed since the last <see cref="Accept"/> and have been still for a while, so that nothing is taken that
    /// is being copied. Cheap: it may be asked at every step.
    /// </summary>
    public bool HasChanged()
    {
        if (clock.GetElapsedTime(_looked) < Interval)
        {
            return false;
        }

        _looked = clock.GetTimestamp();
        var before = _seen;
        _seen = FolderStamp.Of(folders);
        return _seen == before && _seen != _known;
    }

    /// <summary>Takes the folders as they are for known.</summary>
    public void Accept() => _known = FolderStamp.Of(folders);
}
