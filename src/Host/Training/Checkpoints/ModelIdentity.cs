using System.Globalization;
using System.Text.Json;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Training.Checkpoints;

/// <summary>
/// What a model is made of: for each modality its plugin's id and version, its options, its backbone and sizes. Two models with equal
/// identities have weights of the same names, shapes and meaning. Checked before any tensor of a checkpoint is read; it never loads a
/// plugin.
/// </summary>
public sealed class ModelIdentity
{
    private readonly SortedDictionary<string, string> _facts;

    private ModelIdentity(SortedDictionary<string, string> facts) => _facts = facts;

    /// <summary>The identity of a model that is made of these parts.</summary>
    /// <param name="modalities">The modalities.</param>
    /// <param name="contexts">The shape of each modality's input, by name.</param>
    /// <param name="projection">The projection heads' sizes.</param>
    /// <returns>The identity.</returns>
    public static ModelIdentity Of(
        IReadOnlyList<Modality> modalities, IReadOnlyDictionary<string, BackboneContext> contexts, ProjectionOptions projection)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["modalities"] = string.Join(", ", modalities.Select(modality => modality.Name)),
            ["projection.hidden"] = projection.Hidden.ToString(CultureInfo.InvariantCulture),
            ["projection.size"] = projection.Size.ToString(CultureInfo.InvariantCulture),
        };

        // Only where it is not the paper's, so that models from before there was a choice keep their identity.
        if (projection.Kind != ProjectionKind.Mlp)
        {
            facts["projection.kind"] = projection.Kind.ToString();
        }

        foreach (var modality in modalities)
        {
            var (settings, context) = (modality.Settings, contexts[modality.Name]);
            foreach (var (name, value) in new (string, string)[]
            {
                ("kind", settings.Kind),
                ("plugin", modality.Plugin.Id),
                ("pluginVersion", WithoutBuild(modality.Plugin.Version)),
                ("options", settings.Options.ToJson().ToJsonString()),
                ("normalization", settings.Normalization.ToString()),
                ("backbone", settings.Backbone),
                ("backbonePlugin", modality.BackbonePlugin.Id),
                ("backbonePluginVersion", WithoutBuild(modality.BackbonePlugin.Version)),
                ("backboneOptions", settings.BackboneOptions.ToJson().ToJsonString()),
                ("featureSize", Backbone.FeatureSize.ToString(CultureInfo.InvariantCulture)),
                ("frameShape", $"[{string.Join(", ", context.FrameShape)}]"),
                ("windowFrames", context.WindowFrames.ToString(CultureInfo.InvariantCulture)),
            })
            {
                facts[$"{modality.Name}.{name}"] = value;
            }
        }

        return new ModelIdentity(facts);
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">A JSON object of texts.</param>
    /// <returns>The identity.</returns>
    /// <exception cref="JsonException">It is something else.</exception>
    public static ModelIdentity Parse(string json) =>
        new(new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? throw new JsonException(), StringComparer.Ordinal));

    /// <summary>All facts as a JSON object of texts.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson() => JsonSerializer.Serialize(_facts);

    /// <summary>The same without the plugins' versions: what must agree for one version to take over another's weights.</summary>
    /// <returns>The identity.</returns>
    public ModelIdentity WithoutVersions() => new(new(
        _facts.Where(fact => fact.Key.Split('.')[^1] is not ("pluginVersion" or "backbonePluginVersion")).ToDictionary(),
        StringComparer.Ordinal));

    /// <summary>The first fact that differs.</summary>
    /// <param name="expected">What is needed.</param>
    /// <returns>Such as <c>audio.pluginVersion is '0.1.0', expected '0.2.0'</c>; null for none.</returns>
    public string? DifferenceFrom(ModelIdentity expected) => _facts.Keys.Union(expected._facts.Keys)
        .Order(StringComparer.Ordinal)
        .Where(name => _facts.GetValueOrDefault(name) != expected._facts.GetValueOrDefault(name))
        .OrderByDescending(name => name == "modalities")
        .Select(name => $"'{name}' is {Quote(this, name)}, expected is {Quote(expected, name)}")
        .FirstOrDefault();

    // What follows '+' in a version names the build, not the behaviour.
    private static string WithoutBuild(string version) => version.Split('+')[0];

    private static string Quote(ModelIdentity identity, string name) =>
        identity._facts.TryGetValue(name, out var value) ? $"'{value}'" : "missing";
}
