using Mpuc.Host.Plugins.Inspection;

namespace Mpuc.Host.Plugins;

/// <summary>Finds plugins and decides from their metadata which are fit to be loaded. Runs nothing of them.</summary>
internal static class PluginDiscovery
{
    /// <summary>Inspects every plugin folder.</summary>
    /// <param name="settings">Where to look and what is allowed.</param>
    public static IReadOnlyList<PluginEntry> Find(PluginSettings settings, HostSurface host)
    {
        var inspector = new PluginInspector(host);
        var entries = PluginFolders.Candidates(settings.Folders).Select(folder => new PluginEntry(inspector.Inspect(folder))).ToList();
        DisableWhatIsNotAllowed(entries, settings.Allow);
        SupersedeDuplicates(entries);
        return entries;
    }

    private static void DisableWhatIsNotAllowed(IEnumerable<PluginEntry> entries, IReadOnlyList<string>? allow)
    {
        if (allow is null)
        {
            return;
        }

        var allowed = allow.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in Active(entries).Where(entry => !allowed.Contains(entry.Inspection.FolderSha256!)))
        {
            entry.Retire(
                PluginState.Disabled,
                $"{entry.Description} is not on the list plugins.allow; add {entry.Inspection.FolderSha256} to allow it"
                + (allow.Count == 0 ? $", or \"{PluginOptions.All}\" to allow all, for the list is empty." : "."));
        }
    }

    private static void SupersedeDuplicates(IEnumerable<PluginEntry> entries)
    {
        foreach (var sameId in Active(entries).GroupBy(entry => entry.Inspection.Id, StringComparer.OrdinalIgnoreCase))
        {
            var first = sameId.First().Inspection;
            foreach (var later in sameId.Skip(1))
            {
                later.StepBack(
                    $"Plugin '{first.Id}' is in '{first.Folder}' (version {first.Version}) and again in '{later.Inspection.Folder}' "
                    + $"(version {later.Inspection.Version}); the first is used, remove one of them.");
            }
        }
    }

    private static IEnumerable<PluginEntry> Active(IEnumerable<PluginEntry> entries) =>
        entries.Where(entry => entry.State == PluginState.Active);
}
