namespace Mpuc.Host.Plugins;

/// <summary>Makes sure that what the loaded plugins offer fits together, by taking those out of service that do not fit.</summary>
internal static class OfferRules
{
    /// <summary>
    /// Afterwards every kind of modality and every backbone is offered once, by the first plugin that does, and so is every kind's
    /// default backbone; and every name of pretrained weights means one file, which several plugins may register alike.
    /// </summary>
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
        var registered = new Dictionary<string, PretrainedWeights>(StringComparer.Ordinal);
        foreach (var entry in Loaded(entries).ToList())
        {
            var weights = entry.Loaded!.Weights
                .Where(weights => !registered.TryGetValue(weights.Name, out var known) || !AreAlike(weights, known))
                .ToList();
            string[] offers = [.. Offers(entry), .. weights.Select(weights => $"weights '{weights.Name}'")];
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

            weights.ForEach(weights => registered.Add(weights.Name, weights));
        }
    }

    private static IEnumerable<string> Offers(PluginEntry entry) => entry.Loaded!.Modalities
        .Select(modality => $"modality '{modality.Kind}'")
        .Concat(entry.Loaded.Backbones.Select(backbone => $"backbone '{backbone.Key}'"));

    private static bool AreAlike(PretrainedWeights one, PretrainedWeights other) =>
        one.Package == other.Package && one.Sha256 == other.Sha256 && one.License == other.License && one.Origin == other.Origin;

    private static ModalityDescriptor? MissingDefault(PluginEntry entry, IReadOnlyList<PluginEntry> entries)
    {
        var backbones = Loaded(entries).SelectMany(other => other.Loaded!.Backbones).ToList();
        return entry.Loaded!.Modalities.FirstOrDefault(
            modality => !backbones.Exists(backbone => backbone.Kind == modality.Kind && backbone.Name == modality.DefaultBackbone));
    }

    private static IEnumerable<PluginEntry> Loaded(IEnumerable<PluginEntry> entries) => entries.Where(entry => entry.Loaded is not null);
}
