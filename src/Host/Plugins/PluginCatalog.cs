using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins.Inspection;
using Mpuc.Host.Plugins.Loading;
using Mpuc.Host.Plugins.Swapping;
using Mpuc.Weights;
using Serilog;

namespace Mpuc.Host.Plugins;

/// <summary>The plugins of this process: found by their metadata at once, loaded when first asked what they offer.</summary>
internal sealed class PluginCatalog : IModalityCatalog, IDisposable
{
    private readonly PluginSettings _settings;
    private readonly ILogger _logger;
    private readonly Lock _loading = new();
    private PluginActivator? _activator;

    private PluginCatalog(PluginSettings settings, ILogger logger)
    {
        _settings = settings;
        _logger = logger;
        Entries = PluginDiscovery.Find(settings, HostSurface.Current);
        Store = new WeightsStore(settings.WeightsFolder, () => Registered.Select(offer => offer.Weights), logger);
    }

    /// <summary>Every plugin folder and what became of it, in order of precedence.</summary>
    public IReadOnlyList<PluginEntry> Entries { get; private set; }

    /// <summary>The folders whose sub-folders are plugins.</summary>
    public IReadOnlyList<string> Folders => _settings.Folders;

    /// <inheritdoc/>
    public IReadOnlyList<ModalityDescriptor> Modalities => [.. Active().SelectMany(entry => entry.Loaded!.Modalities)];

    /// <inheritdoc/>
    public IReadOnlyList<BackboneDescriptor> Backbones => [.. Active().SelectMany(entry => entry.Loaded!.Backbones)];

    /// <summary>The pretrained files that active plugins register, by plugin order, each name once.</summary>
    public IReadOnlyList<OfferedWeights> Weights
    {
        get
        {
            Load();
            return [.. Registered];
        }
    }

    /// <summary>Finds and fetches pretrained files; plugins get it as well.</summary>
    public WeightsStore Store { get; }

    // Plugins may ask the store while they are being loaded; so it must not wait for that.
    private IEnumerable<OfferedWeights> Registered => Entries
        .SelectMany(entry => entry.Loaded?.Weights.Select(weights => new OfferedWeights(weights, entry.Inspection.Id!)) ?? [])
        .DistinctBy(offer => offer.Weights.Name, StringComparer.Ordinal);

    /// <summary>
    /// Finds the plugins. None of their code runs before <see cref="Load"/>, or before something is asked for that only loading can tell.
    /// </summary>
    /// <param name="settings">Where to look and what is allowed.</param>
    public static PluginCatalog Discover(PluginSettings settings, ILogger logger) => new(settings, logger);

    /// <summary>Loads every active plugin, once. A plugin at fault becomes malfunctioned; nothing is thrown for it.</summary>
    public void Load()
    {
        lock (_loading)
        {
            if (_activator is not null)
            {
                return;
            }

            _activator = new PluginActivator(_logger, Store, _settings.LoadTimeout);
            do
            {
                Start([.. Entries.Where(entry => entry is { State: PluginState.Active, Loaded: null })]);
                OfferRules.Apply(Entries);
            }
            while (FillPlaces());

            foreach (var entry in Entries.Where(entry => entry.State != PluginState.Active))
            {
                _logger.Warning("{State:l} plugin: {Message:l}", entry.State.Name(), entry.Message);
            }
        }
    }

    /// <inheritdoc/>
    public Modality Create(ModalitySettings settings)
    {
        Load();
        return new ModalityFactory(Entries, _logger).Create(settings);
    }

    /// <summary>
    /// Looks into the folders again and loads what is new there, beside what is at work. A new version that is refused or fails changes
    /// nothing; why is in the log.
    /// </summary>
    /// <returns>What could be taken; null where there is nothing.</returns>
    public PluginUpdate? FindUpdate()
    {
        Load();
        lock (_loading)
        {
            var inFolders = PluginDiscovery.Find(_settings, HostSurface.Current);
            var found = new UpdateSearch(Entries, _logger).Find(inFolders, entry => Start([entry]));
            return found is null ? null : new PluginUpdate(this, found, _logger);
        }
    }

    /// <summary>Puts an update's plugins in the place of those at work.</summary>
    internal IReadOnlyList<PluginEntry> Replace(IReadOnlyList<PluginEntry> next)
    {
        lock (_loading)
        {
            var before = Entries;
            Entries = next;
            return before;
        }
    }

    /// <summary>Disposes every encoder and unloads every plugin.</summary>
    public void Dispose()
    {
        lock (_loading)
        {
            foreach (var entry in Entries)
            {
                entry.Unload();
            }

            _activator?.Dispose();
        }
    }

    // A plugin that failed does not keep the place of its id from a sound one in a later folder.
    private bool FillPlaces()
    {
        var spares = Entries.GroupBy(entry => entry.Inspection.Id, StringComparer.OrdinalIgnoreCase)
            .Where(same =>
                same.All(entry => entry.State != PluginState.Active) && same.Any(entry => entry.State == PluginState.Malfunctioned))
            .Select(same => same.FirstOrDefault(entry => entry.IsSpare)).OfType<PluginEntry>().ToList();
        spares.ForEach(spare => spare.StepIn());
        return spares.Count > 0;
    }

    private void Start(IReadOnlyList<PluginEntry> entries)
    {
        var verdicts = _settings.FirstContact?.Meet([.. entries.Select(entry => entry.Inspection)], _settings.ContactTimeout, _logger);
        for (var index = 0; index < entries.Count; index++)
        {
            if (verdicts?[index]?.Fault is { } fault)
            {
                entries[index].Retire(PluginState.Malfunctioned, $"{entries[index].Description} {fault}");
            }
            else
            {
                Start(entries[index]);
            }
        }
    }

    private void Start(PluginEntry entry)
    {
        try
        {
            entry.Start(_activator!.Load(entry.Inspection));
        }
        catch (Exception fault)
        {
            _logger.Debug(fault, "Plugin {Plugin} could not be loaded", entry.Inspection.Id);
            entry.Retire(PluginState.Malfunctioned, $"{entry.Description} could not be loaded: {PluginFault.Describe(fault)}.");
        }
    }

    private IEnumerable<PluginEntry> Active()
    {
        Load();
        return Entries.Where(entry => entry.Loaded is not null);
    }
}

/// <summary>A pretrained file and the plugin that registers it; the first one, where several do.</summary>
internal sealed record OfferedWeights(PretrainedWeights Weights, string Plugin);
