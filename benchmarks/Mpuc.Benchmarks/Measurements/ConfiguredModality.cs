using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins;

namespace Mpuc.Benchmarks.Measurements;

/// <summary>Modalities of the built plugins, to read recordings with.</summary>
internal static class ConfiguredModality
{
    /// <summary>Makes a modality with its kind's default backbone and with options that are not defaults.</summary>
    public static Modality Of(PluginCatalog catalog, string kind, params (string Name, object Value)[] options)
    {
        var descriptor = catalog.Modalities.First(modality => modality.Kind == kind);
        var backbone = catalog.Backbones.First(backbone => backbone.Kind == kind && backbone.Name == descriptor.DefaultBackbone);
        return catalog.Create(new ModalitySettings
        {
            Name = kind,
            Kind = kind,
            Source = kind,
            Normalization = Normalization.None,
            Options = new OptionValues(descriptor.Options, options.ToDictionary(option => option.Name, option => option.Value)),
            Backbone = backbone.Name,
            BackboneOptions = new OptionValues(backbone.Options),
        });
    }

    /// <summary>Reads a recording and gives its number of frames.</summary>
    public static long Read(this Modality modality, ModalitySource source)
    {
        using var sequence = modality.Encoder.ReadAsync(source, CancellationToken.None).GetAwaiter().GetResult();
        return sequence.Length;
    }
}
