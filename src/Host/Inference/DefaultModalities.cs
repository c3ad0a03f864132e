using Mpuc.Host.Modalities;

namespace Mpuc.Host.Inference;

/// <summary>The installed kinds of modality, each with its defaults and under its own name.</summary>
internal static class DefaultModalities
{
    /// <summary>Makes every modality that needs no settings and reads one of some files, told by their extensions.</summary>
    public static IReadOnlyList<Modality> ThatRead(IReadOnlyList<string> files, IModalityCatalog catalog) =>
    [
        .. catalog.Modalities
            .Where(kind =>
                kind.Extensions.Any(extension => files.Any(file => file.EndsWith(extension, StringComparison.OrdinalIgnoreCase))))
            .Where(kind => kind.Options.Options.All(option => !option.IsRequired))
            .Select(kind => catalog.Create(Settings(kind, catalog))),
    ];

    private static ModalitySettings Settings(ModalityDescriptor kind, IModalityCatalog catalog) => new()
    {
        Name = kind.Kind,
        Kind = kind.Kind,
        Source = kind.Kind,
        Normalization = kind.DefaultNormalization,
        Options = new OptionValues(kind.Options),
        Backbone = kind.DefaultBackbone,
        BackboneOptions = new OptionValues(
            catalog.Backbones.First(backbone => backbone.Kind == kind.Kind && backbone.Name == kind.DefaultBackbone).Options),
    };
}
