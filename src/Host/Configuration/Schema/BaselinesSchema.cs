using Mpuc.Host.Baselines;
using Mpuc.Host.Configuration.Reading;

namespace Mpuc.Host.Configuration.Schema;

/// <summary>The section <c>baselines</c>: what a comparison sets beside the contrastive objective.</summary>
internal static class BaselinesSchema
{
    /// <summary>The section's key.</summary>
    public const string Key = "baselines";

    private const string Unimodal = "unimodal";
    private const string LateFusion = "lateFusion";
    private const string AttentionFusion = "attentionFusion";
    private const string CaeLr = "caeLr";

    /// <summary>Composes the section.</summary>
    /// <param name="modalities">The names of the configured modalities, each of which has a unimodal baseline; null for any.</param>
    public static SectionSchema Create(IReadOnlyList<string>? modalities) => new(
        "The baselines that 'mpuc compare' trains.",
        OptionSchema.Empty,
        new(Unimodal, UnimodalOf(modalities)),
        new(LateFusion, new SectionSchema("Supervised training on concatenated features.", BaselineOptions.LateFusionSchema.Schema)),
        new(AttentionFusion, new SectionSchema(
            "Supervised training with attention over the modalities' features.", BaselineOptions.AttentionFusionSchema.Schema)),
        new(CaeLr, new SectionSchema("A convolutional autoencoder over the stacked modalities.", AutoencoderOptions.Schema)));

    /// <summary>Reads the section.</summary>
    public static BaselineOptions Read(SettingsSection section) => new()
    {
        Unimodal = section[Unimodal].Children.ToDictionary(
            child => child.Key, child => BaselineOptions.UnimodalSchema.From(child.Value.Values), StringComparer.Ordinal),
        LateFusion = BaselineOptions.LateFusionSchema.From(section[LateFusion].Values),
        AttentionFusion = BaselineOptions.AttentionFusionSchema.From(section[AttentionFusion].Values),
        CaeLr = AutoencoderOptions.From(section[CaeLr].Values),
    };

    private static SettingsSchema UnimodalOf(IReadOnlyList<string>? modalities)
    {
        const string Description = "Supervised training of each modality alone.";
        return modalities is null
            ? new MapSchema(
                Description, new SectionSchema("Supervised training of a modality alone.", BaselineOptions.UnimodalSchema.Schema))
            : new SectionSchema(
                Description,
                OptionSchema.Empty,
                [.. modalities.Where(MapSchema.IsName).Select(name => KeyValuePair.Create<string, SettingsSchema>(
                    name, new SectionSchema($"Supervised training of '{name}' alone.", BaselineOptions.UnimodalSchema.Schema)))]);
    }
}
