using Mpuc.Host.Modalities;
using Serilog;

namespace Mpuc.Host.Plugins.Swapping;

/// <summary>
/// New versions of plugins, loaded beside those at work and not yet in their place: what is made of them here is how a host finds out
/// whether they can take over. Disposed without <see cref="Accept"/>, it leaves everything as it was.
/// </summary>
internal sealed class PluginUpdate : IModalityCatalog, IDisposable
{
    private readonly PluginCatalog _catalog;
    private readonly IReadOnlyList<PluginEntry> _entries;
    private readonly ModalityFactory _factory;
    private bool _isAccepted;

    public PluginUpdate(PluginCatalog catalog, IReadOnlyList<PluginEntry> entries, ILogger logger)
    {
        (_catalog, _entries, _factory) = (catalog, entries, new ModalityFactory(entries, logger));
        var before = catalog.Entries.Where(entry => entry.Loaded is not null)
            .ToDictionary(entry => entry.Identity.Id, entry => entry.Identity, StringComparer.OrdinalIgnoreCase);
        Changes = [.. Started.Select(entry => new PluginChange(before.GetValueOrDefault(entry.Identity.Id), entry.Identity))];
    }

    /// <summary>What is new; at least one.</summary>
    public IReadOnlyList<PluginChange> Changes { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ModalityDescriptor> Modalities => [.. Working.SelectMany(entry => entry.Loaded!.Modalities)];

    /// <inheritdoc/>
    public IReadOnlyList<BackboneDescriptor> Backbones => [.. Working.SelectMany(entry => entry.Loaded!.Backbones)];

    private IEnumerable<PluginEntry> Working => _entries.Where(entry => entry.Loaded is not null);

    private IEnumerable<PluginEntry> Started => Working.Where(entry => !entry.IsShared);

    /// <inheritdoc/>
    public Modality Create(ModalitySettings settings) => _factory.Create(settings);

    /// <summary>Puts the new versions to work in the catalog. What the old ones made goes on until they are unloaded.</summary>
    public RetiredPlugins Accept()
    {
        var started = Started.Select(entry => entry.Identity.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var before = _catalog.Replace(_entries);
        foreach (var entry in _entries)
        {
            entry.Own();
        }

        _isAccepted = true;
        return new RetiredPlugins([.. before.Where(entry => entry.Loaded is not null && started.Contains(entry.Identity.Id))]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isAccepted)
        {
            foreach (var entry in _entries)
            {
                entry.Unload();
            }
        }
    }
}

/// <summary>One plugin of an update.</summary>
/// <param name="Before">The version at work; null for a plugin that was not there.</param>
internal sealed record PluginChange(PluginIdentity? Before, PluginIdentity After)
{
    /// <summary>Such as <c>my.gaze 1.0.0 to 1.1.0</c>.</summary>
    public override string ToString() => Before is null
        ? $"{After.Id} {After.Version}"
        : $"{After.Id} {Before.Version} to {After.Version}{(Before.Version == After.Version ? " (another build)" : "")}";
}
