namespace Mpuc.Host.Plugins;

/// <summary>Makes sure that what the loaded plugins offer fits together, by taking those out of service that do not fit.</summary>
internal static class OfferRules
{
    /// <summary>
    /// Afterwards every kind of modality and every backbone is offered once, by the first plugin that does, and so is every kind's
    /// default backbone.
    /// </summary>
    /// <param name="entries">The catalog's entries, in order of precedence.</param>
    public static void Apply(IReadOnlyList<PluginEntry> entries)
    {
        SupersedeRepeated(entries);
        while (Loaded(entries).FirstOrDefault(entry => MissingDefault(entry, entries) is not null) is { } entry)
        {
            var modality = MissingDefault(entry, entries)!;
            entry.Retire(
                PluginState.Malfunctioned,
                $"{entry.Description} offers the modality '{modality.Kind}' with the default backbone '{modality.DefaultBackbone}', "
                + "which no plugin offers.");
        }
    }

    private static void SupersedeRepeated(IReadOnlyList<PluginEntry> entries)
    {
        var owners = new Dictionary<string, PluginEntry>(StringComparer.Ordinal);
        foreach (var entry in Loaded(entries).ToList())
        {
            string[] offers = [.. Offers(entry)];
            if (Array.Find(offers, owners.ContainsKey) is { } repeated)
            {
                entry.Retire(
                    PluginState.Superseded,
                    $"{entry.Description} offers the {repeated}, which plugin '{owners[repeated].Inspection.Id}' in "
                    + $"'{owners[repeated].Inspection.Folder}' offers already; remove one of them.");
                continue;
            }

            foreach (var offer in offers)
            {
                owners.Add(offer, entry);
            }
        }
    }

    private static IEnumerable<string> Offers(PluginEntry entry) => entry.Loaded!.Modalities
        .Select(modality => $"modality '{modality.Kind}'")
        .Concat(entry.Loaded.Backbones.Select(backbone => $"backbone '{backbone.Key}'"));

    private static ModalityDescriptor? MissingDefault(PluginEntry entry, IReadOnlyList<PluginEntry> entries)
    {
        var backbones = Loaded(entries).SelectMany(other => other.Loaded!.Backbones).ToList();
        return entry.Loaded!.Modalities.FirstOrDefault(
            modality => !backbones.Exists(backbone => backbone.Kind == modality.Kind && backbone.Name == modality.DefaultBackbone));
    }

    private static IEnumerable<PluginEntry> Loaded(IEnumerable<PluginEntry> entries) => entries.Where(entry => entry.Loaded is not null);
}
