using Mpuc.Host.Data;
using Mpuc.Host.Datasets;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Modalities;
using Mpuc.Host.Objectives;
using Mpuc.Host.Plugins;
using Mpuc.Host.Training;

namespace Mpuc.Host.Configuration.Schema;

/// <summary>The schema of a whole configuration, composed of the schemas that every concern declares beside its code.</summary>
internal static class RunSchema
{
    /// <summary>The key of the data section.</summary>
    public const string Data = "data";

    /// <summary>The key of the modalities.</summary>
    public const string Modalities = "modalities";

    /// <summary>The key of the objective.</summary>
    public const string Objective = "objective";

    /// <summary>The key of the plugins section.</summary>
    public const string Plugins = "plugins";

    /// <summary>The seed of every random draw.</summary>
    public static readonly Option<int> Seed = Option.Integer("seed", 0, "The seed of every random draw of the run.", 0, int.MaxValue);

    /// <summary>The schema that an editor checks the file against; the program has no use for it.</summary>
    public static readonly Option<string> SchemaReference = Option.Text(
        "$schema", string.Empty, "The JSON Schema that editors check this file against, as 'mpuc config schema' prints it.");

    /// <summary>The plugins section, which is read first: the rest of the schema depends on the plugins.</summary>
    public static SectionSchema PluginsSection { get; } = new("Which plugins are loaded.", PluginOptions.Schema);

    /// <summary>Composes the schema.</summary>
    /// <param name="modalities">
    /// The names of the configured modalities, whose pairs may be weighted; null for any, where no configuration is at hand.
    /// </param>
    public static SectionSchema Create(IModalityCatalog catalog, IReadOnlyList<string>? modalities) => new(
        "A run: its data, modalities, training and evaluation.",
        new OptionSchema(Seed),
        new("runtime", new SectionSchema("Where tensors are computed.", RuntimeOptions.Schema)),
        new(Data, DataSchema()),
        new(Modalities, ModalitySchema.Create(catalog)),
        new(Objective, new SectionSchema(
            "The contrastive objective.",
            ObjectiveOptions.Schema,
            new KeyValuePair<string, SettingsSchema>(ObjectiveOptions.PairWeightsKey, PairWeightsSchema(modalities)))),
        new("projection", new SectionSchema("The projection heads.", ProjectionOptions.Schema)),
        new("training", new SectionSchema("How the encoders are trained.", TrainingOptions.Schema)),
        new("evaluation", new SectionSchema("How the frozen features are measured.", EvaluationOptions.Schema)),
        new(BaselinesSchema.Key, BaselinesSchema.Create(modalities)),
        new(Plugins, PluginsSection));

    private static VariantSchema DataSchema()
    {
        var kind = (Option<string>)DataOptions.Schema.Find("kind")!;
        return new("Which data are read.", kind, DatasetKinds.All.ToDictionary(name => name, name => new SectionSchema(
            $"Data of the kind {name}.",
            DataOptions.Schema,
            new("options", new SectionSchema($"What the kind {name} has besides.", DatasetCatalog.OptionsOf(name))),
            new("window", new SectionSchema("How windows are drawn from recordings.", WindowOptions.Schema)),
            new("split", new SectionSchema("How the data are divided into training, validation and test.", SplitOptions.Schema)))));
    }

    private static NumberMapSchema PairWeightsSchema(IReadOnlyList<string>? modalities) => new(
        "How much an ordered pair of modalities counts; 1 unless set.",
        modalities?.SelectMany(anchor => modalities.Select(candidate => new ModalityPair(anchor, candidate).ToString())).ToList(),
        0,
        1e6);
}
