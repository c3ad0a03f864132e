using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins;
using Serilog.Core;

namespace Mpuc.Benchmarks.Measurements;

/// <summary>Modalities with real backbones from the built plugins, whose windows the benchmark makes up.</summary>
internal sealed class BackboneSource : IDisposable
{
    private readonly PluginCatalog _catalog = PluginCatalog.Discover(PluginSettings.From(new PluginOptions()), Logger.None);

    /// <summary>Makes a modality of a shape.</summary>
    public Modality Create(Shapes shapes)
    {
        _catalog.Load();
        var (plugin, descriptor) = new RegistrationLookup(_catalog.Entries).Backbone(shapes.Kind, shapes.Backbone);
        var settings = new ModalitySettings
        {
            Name = shapes.Kind,
            Kind = shapes.Kind,
            Source = shapes.Kind,
            Normalization = Normalization.None,
            Options = new OptionValues(new OptionSchema()),
            Backbone = shapes.Backbone,
            BackboneOptions = new OptionValues(descriptor.Options),
        };
        return new Modality(
            settings,
            new NothingToRead(),
            plugin.Identity,
            plugin.Identity,
            context => plugin.Loaded!.CreateBackbone(descriptor, settings.BackboneOptions, context));
    }

    public void Dispose() => _catalog.Dispose();

    private sealed class NothingToRead : IModalityEncoder
    {
        public Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken) => throw Refusal();

        public int WindowFrames(double seconds) => throw Refusal();

        public ModalityWindow Window(ModalitySequence sequence, TimeWindow window) => throw Refusal();

        private static NotSupportedException Refusal() => new("The benchmark makes its windows up.");
    }
}
