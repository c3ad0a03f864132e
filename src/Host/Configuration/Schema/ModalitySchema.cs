using Mpuc.Host.Modalities;

namespace Mpuc.Host.Configuration.Schema;

/// <summary>The part of the schema that plugins decide: which modalities, backbones and options there are.</summary>
internal static class ModalitySchema
{
    /// <summary>The key of the encoder's and of a backbone's own options.</summary>
    public const string Options = "options";

    /// <summary>The key of the backbone.</summary>
    public const string Backbone = "backbone";

    /// <summary>The kind of encoder.</summary>
    public const string Kind = "kind";

    /// <summary>The backbone's name.</summary>
    public const string Name = "name";

    /// <summary>Over what the frames are standardised.</summary>
    public const string Normalization = "normalization";

    /// <summary>A recording that cannot be read lacks the modality.</summary>
    public const string Missing = "missing";

    /// <summary>The data set's source that the encoder reads.</summary>
    public static readonly Option<string> Source = Option.Text(
        "source", string.Empty, "The data set's source that the encoder reads (default: the one with the modality's name).");

    /// <summary>A table in place of the data set's source.</summary>
    public static readonly Option<string> Table = Option.Path(
        "table", string.Empty, "A table with one row per recording, keyed by the recording's id, in place of the data set's source.");

    /// <summary>The noise that training adds to the frames.</summary>
    public static readonly Option<double> InputNoise = Option.Number(
        "inputNoise",
        0,
        "Standard deviation of Gaussian noise that every training step adds to the frames after they are standardised; 0 for none.",
        0,
        100);

    /// <summary>What becomes of a recording that the encoder cannot read.</summary>
    public static readonly Option<string> Unreadable = Option.Choice(
        "unreadable",
        "refuse",
        ["refuse", Missing],
        "What becomes of a recording that the encoder cannot read, such as a video without a face: an error, or one that lacks the "
            + "modality.");

    private static readonly IReadOnlyList<string> Normalizations =
        [.. Enum.GetNames<Mpuc.Normalization>().Select(name => name.ToLowerInvariant())];

    /// <summary>Composes the schema of the section <c>modalities</c>.</summary>
    public static MapSchema Create(IModalityCatalog catalog)
    {
        var kind = Option.RequiredChoice(Kind, [.. catalog.Modalities.Select(modality => modality.Kind)], "The kind of modality.");
        var cases = catalog.Modalities.ToDictionary(modality => modality.Kind, modality => CaseOf(modality, kind, catalog.Backbones));
        return new("The modalities, under names of your own.", new VariantSchema("A modality.", kind, cases)
        {
            WithoutCases = "no active plugin offers any kind of modality; see 'mpuc plugins list'",
        })
        {
            Example = "\"audio\": { \"kind\": \"audio\" }",
        };
    }

    private static SectionSchema CaseOf(ModalityDescriptor modality, Option<string> kind, IReadOnlyList<BackboneDescriptor> backbones) =>
        new(
        modality.Description,
        new OptionSchema(kind, Source, Table, NormalizationOf(modality), InputNoise, Unreadable),
        new(Options, new SectionSchema($"The options of {modality.Kind}.", modality.Options)),
        new(Backbone, BackboneSchema(modality, [.. backbones.Where(backbone => backbone.Kind == modality.Kind)])));

    private static Option<string> NormalizationOf(ModalityDescriptor modality) => Option.Choice(
        Normalization,
        Normalizations[(int)modality.DefaultNormalization],
        Normalizations,
        "Over what the frames are standardised: nothing, each recording, its group (actor, speaker), or the training split.");

    // The default backbone may belong to a plugin that is not active; the configuration then has to name another.
    private static VariantSchema BackboneSchema(ModalityDescriptor modality, IReadOnlyList<BackboneDescriptor> backbones)
    {
        IReadOnlyList<string> names = [.. backbones.Select(backbone => backbone.Name)];
        const string Description = "The backbone's name.";
        var name = names.Contains(modality.DefaultBackbone)
            ? Option.Choice(Name, modality.DefaultBackbone, names, Description)
            : Option.RequiredChoice(Name, names, Description);
        var cases = backbones.ToDictionary(backbone => backbone.Name, backbone => new SectionSchema(
            backbone.Description,
            new OptionSchema(name),
            new KeyValuePair<string, SettingsSchema>(Options, new SectionSchema($"The options of {backbone.Name}.", backbone.Options))));
        return new("The trainable part.", name, cases)
        {
            WithoutCases = $"no active plugin offers a backbone for the kind {modality.Kind}",
        };
    }
}
