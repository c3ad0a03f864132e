using Mpuc.Host.Configuration.Reading;
using Mpuc.Host.Configuration.Schema;
using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Modalities;
using Mpuc.Host.Objectives;
using Mpuc.Host.Plugins;
using Mpuc.Host.Training;

namespace Mpuc.Host.Configuration;

/// <summary>
/// Loads configurations, strictly. Later wins: defaults, the JSON file, environment variables (<c>MPUC_TRAINING__EPOCHS=5</c>), the command
/// line's <c>--set training.epochs=5</c>. Lists are replaced as a whole. Relative paths count from the file's folder, or from the working
/// folder where the environment or the command line sets them.
/// </summary>
public static class ConfigurationLoader
{
    /// <summary>Reads which plugins a configuration wants, all that can be known before these are there.</summary>
    /// <param name="path">The JSON file.</param>
    /// <param name="sets">The command line's settings, <c>a.b=c</c> each.</param>
    /// <param name="environment">The environment's variables.</param>
    /// <returns>The plugin options.</returns>
    /// <exception cref="MpucException">The file cannot be read, or its section <c>plugins</c> is wrong; one sentence a line.</exception>
    public static PluginOptions ReadPlugins(string path, IReadOnlyList<string> sets, IReadOnlyDictionary<string, string> environment) =>
        ParsedConfiguration.Read(ConfigurationFile.OfUser(path), sets, environment).ReadPlugins();

    /// <summary>Loads a configuration.</summary>
    /// <param name="path">The JSON file, which the user wrote.</param>
    /// <param name="sets">The command line's settings, <c>a.b=c</c> each.</param>
    /// <param name="environment">The environment's variables.</param>
    /// <param name="catalog">What the active plugins offer.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="MpucException">
    /// Anything is wrong with it; one sentence a line, each with file, line, column and JSON path, or with the variable or <c>--set</c> at
    /// fault.
    /// </exception>
    public static RunConfiguration Load(
        string path, IReadOnlyList<string> sets, IReadOnlyDictionary<string, string> environment, IModalityCatalog catalog) =>
        ParsedConfiguration.Read(ConfigurationFile.OfUser(path), sets, environment).Load(catalog);

    /// <summary>Binds the values of a checked configuration.</summary>
    internal static RunConfiguration Bind(SettingsSection root)
    {
        var data = root[RunSchema.Data];
        var objective = root[RunSchema.Objective];
        return new RunConfiguration
        {
            Seed = root.Values.Get(RunSchema.Seed),
            Runtime = RuntimeOptions.From(root["runtime"].Values),
            Data = DataOptions.From(data.Values),
            DatasetOptions = data["options"].Values,
            Window = WindowOptions.From(data["window"].Values),
            Split = SplitOptions.From(data["split"].Values),
            Modalities = [.. root[RunSchema.Modalities].Children.Select(child => ModalityOf(child.Key, child.Value))],
            Objective = ObjectiveOptions.From(objective.Values, NumbersOf(objective[ObjectiveOptions.PairWeightsKey])),
            Projection = ProjectionOptions.From(root["projection"].Values),
            Training = TrainingOptions.From(root["training"].Values),
            Evaluation = EvaluationOptions.From(root["evaluation"].Values),
            Baselines = BaselinesSchema.Read(root[BaselinesSchema.Key]),
            Plugins = PluginOptions.From(root[RunSchema.Plugins].Values),
            Resolved = root.ToJson(),
        };
    }

    private static ModalitySettings ModalityOf(string name, SettingsSection section)
    {
        if (section.Values.Get(ModalitySchema.Source).Length == 0)
        {
            section.Set(ModalitySchema.Source, name);
        }

        var (values, backbone) = (section.Values, section[ModalitySchema.Backbone]);
        return new ModalitySettings
        {
            Name = name,
            Kind = TextOf(values, ModalitySchema.Kind),
            Source = values.Get(ModalitySchema.Source),
            Table = values.Get(ModalitySchema.Table) is { Length: > 0 } table ? table : null,
            Normalization = Enum.Parse<Normalization>(TextOf(values, ModalitySchema.Normalization), ignoreCase: true),
            InputNoise = values.Get(ModalitySchema.InputNoise),
            AllowsUnreadable = values.Get(ModalitySchema.Unreadable) == ModalitySchema.Missing,
            Options = section[ModalitySchema.Options].Values,
            Backbone = TextOf(backbone.Values, ModalitySchema.Name),
            BackboneOptions = backbone[ModalitySchema.Options].Values,
        };
    }

    // Options whose choices or default depend on the plugins are known by their names only.
    private static string TextOf(OptionValues values, string name) => values.Get((Option<string>)values.Schema.Find(name)!);

    private static Dictionary<string, double> NumbersOf(SettingsSection section)
    {
        var values = section.Values;
        return section.Options.Options.ToDictionary(
            option => option.Name, option => values.Get((Option<double>)option), StringComparer.Ordinal);
    }
}
