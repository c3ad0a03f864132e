using Serilog;

namespace Mpuc.Host.Plugins.Swapping;

/// <summary>Compares what lies in the plugin folders now with what is at work, and loads what is new beside it.</summary>
/// <param name="current">The plugins at work, and those that are not.</param>
/// <param name="logger">Told of new versions that are no good.</param>
internal sealed class UpdateSearch(IReadOnlyList<PluginEntry> current, ILogger logger)
{
    private readonly List<PluginEntry> _working = [.. current.Where(entry => entry.Loaded is not null)];

    /// <summary>
    /// Puts together all plugins as they would be after an update. What is unchanged, and what has a new version that does not work or has
    /// vanished from its folder, stays as it is.
    /// </summary>
    /// <returns>All plugins; null where none is new.</returns>
    public IReadOnlyList<PluginEntry>? Find(IReadOnlyList<PluginEntry> found, Action<PluginEntry> start)
    {
        List<PluginEntry> next = [.. found.Select(entry => Choose(entry, start))];
        next.AddRange(_working.Where(former => !next.Exists(entry => IsAtWork(entry, former))).Select(PluginEntry.Sharing));
        OfferRules.Apply(next);
        if (_working.Find(former => !next.Exists(entry => IsAtWork(entry, former))) is { } lost)
        {
            var reasons = next.Where(entry => entry.Loaded is null && IsSame(entry, lost)).Select(entry => entry.Message);
            logger.Warning(
                "New versions of plugins are not taken, because plugin '{Id:l}' could not go on beside them: {Why:l}",
                lost.Identity.Id,
                reasons.First());
            next.ForEach(entry => entry.Unload());
            return null;
        }

        return next.Exists(entry => entry is { Loaded: not null, IsShared: false }) ? next : null;
    }

    private PluginEntry Choose(PluginEntry entry, Action<PluginEntry> start)
    {
        var former = entry.State == PluginState.Superseded ? null : _working.Find(former => IsSame(entry, former));
        if (former is not null && entry.State == PluginState.Active && entry.Identity.Sha256 == former.Identity.Sha256)
        {
            return PluginEntry.Sharing(former);
        }

        if (entry.State == PluginState.Active)
        {
            start(entry);
        }

        if (former is null || entry.State == PluginState.Active)
        {
            return entry;
        }

        logger.Warning("{Message:l} Version {Version:l} stays at work.", entry.Message, former.Identity.Version);
        return PluginEntry.Sharing(former);
    }

    private static bool IsAtWork(PluginEntry entry, PluginEntry former) =>
        entry.Loaded is not null && string.Equals(entry.Inspection.Id, former.Inspection.Id, StringComparison.OrdinalIgnoreCase);

    // A folder whose assembly is damaged says no id.
    private static bool IsSame(PluginEntry entry, PluginEntry former) => entry.Inspection.Id is { } id
        ? id.Equals(former.Inspection.Id, StringComparison.OrdinalIgnoreCase)
        : entry.Inspection.Folder == former.Inspection.Folder;
}
