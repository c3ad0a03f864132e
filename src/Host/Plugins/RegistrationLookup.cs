using Mpuc.Host.Messages;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Plugins;

/// <summary>Finds by name what the loaded plugins offer.</summary>
internal sealed class RegistrationLookup(IReadOnlyCollection<PluginEntry> entries)
{
    private readonly PluginEntry[] _loaded = [.. entries.Where(entry => entry.Loaded is not null)];

    /// <summary>Finds the plugin that offers a kind of modality.</summary>
    /// <exception cref="MpucException">No plugin offers it.</exception>
    public PluginEntry Modality(string kind) =>
        Find($"modality kind '{kind}'", kind, entry => entry.Loaded!.Modalities, modality => modality.Kind).Plugin;

    /// <summary>Finds a backbone for a kind of modality and the plugin that offers it.</summary>
    /// <exception cref="MpucException">No plugin offers it.</exception>
    public (PluginEntry Plugin, BackboneDescriptor Descriptor) Backbone(string kind, string name) => Find(
        $"backbone '{name}' for the kind '{kind}'",
        name,
        entry => entry.Loaded!.Backbones.Where(backbone => backbone.Kind == kind),
        backbone => backbone.Name);

    private (PluginEntry Plugin, T Descriptor) Find<T>(
        string what, string name, Func<PluginEntry, IEnumerable<T>> offers, Func<T, string> nameOf)
    {
        var all = _loaded.SelectMany(entry => offers(entry).Select(offer => (Plugin: entry, Offer: offer))).ToList();
        var index = all.FindIndex(pair => nameOf(pair.Offer) == name);
        return index >= 0
            ? all[index]
            : throw new MpucException($"No plugin offers the {what}{Hint(name, all.ConvertAll(pair => nameOf(pair.Offer)))}");
    }

    private string Hint(string name, IReadOnlyCollection<string> known)
    {
        if (NearestName.Find(name, known) is { } near)
        {
            return $"; did you mean '{near}'?";
        }

        var offered = known.Count == 0 ? "; none is offered" : $"; there are {string.Join(", ", known)}";
        var idle = (entries.Count - _loaded.Length) switch
        {
            0 => "",
            1 => ", and 1 plugin is not active ('mpuc plugins list' says why)",
            var count => $", and {count} plugins are not active ('mpuc plugins list' says why)",
        };
        return $"{offered}{idle}.";
    }
}
