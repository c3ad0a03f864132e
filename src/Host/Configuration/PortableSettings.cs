using System.Text.Json.Nodes;
using Mpuc.Host.Configuration.Layers;
using Mpuc.Host.Configuration.Schema;
using Mpuc.Host.Data;

namespace Mpuc.Host.Configuration;

/// <summary>
/// Which settings a bundle carries, and which settings of a run are the machine's. What decides about code, places to write to and the use
/// of the machine is never taken from either: that is the user's to say.
/// </summary>
internal static class PortableSettings
{
    private const string Runtime = "runtime";

    /// <summary>The sections that a bundle has not.</summary>
    public static IReadOnlyList<string> LeftOut { get; } = [RunSchema.Plugins, Runtime, BaselinesSchema.Key];

    /// <summary>What a bundle has of the section <c>data</c>.</summary>
    public static IReadOnlyList<string> KeptOfData { get; } = ["label", "window"];

    private static IReadOnlyList<string> Kept { get; } =
        [RunSchema.Seed.Name, RunSchema.Data, RunSchema.Modalities, RunSchema.Objective, "projection", "training", "evaluation"];

    // The root is needed to evaluate a run, and is data.
    private static IReadOnlyList<string> MachineData { get; } = [.. DataOptions.WithoutEffect.Where(name => name != "root")];

    /// <summary>
    /// Whether an option of a backbone is left out of a bundle: where its first weights were, which a trained one does not need.
    /// </summary>
    public static bool IsLeftOutOfBackbone(Option option) => option is { Kind: OptionKind.Weights or OptionKind.Path, IsRequired: false };

    /// <summary>Refuses what a bundle's configuration may not say.</summary>
    public static void RefuseOthers(SettingNode root, ConfigurationErrors errors)
    {
        var data = Named(root, RunSchema.Data).SelectMany(node => node.Children).Where(child => !KeptOfData.Contains(child.Name));
        var tables = Named(root, RunSchema.Modalities)
            .SelectMany(node => node.Children)
            .SelectMany(modality => Named(modality, ModalitySchema.Table.Name));
        foreach (var node in root.Children.Where(child => !Kept.Contains(child.Name)).Concat(data).Concat(tables).ToList())
        {
            errors.Add(node.Origin, Refusal(node.Key.Replace(':', '.')));
        }
    }

    /// <summary>Refuses pretrained weights and other places of a bundle's backbones.</summary>
    public static void RefusePlaces(SettingNode root, string modality, OptionSchema backbone, ConfigurationErrors errors)
    {
        var options = Named(root, RunSchema.Modalities).SelectMany(node => Named(node, modality))
            .SelectMany(node =>
                Named(node, ModalitySchema.Backbone)).SelectMany(node =>
                    Named(node, ModalitySchema.Options)).SelectMany(node => node.Children);
        foreach (var node in options.Where(node => backbone.Find(node.Name) is { } option && IsLeftOutOfBackbone(option)))
        {
            errors.Add(node.Origin, Refusal(node.Key.Replace(':', '.')));
        }
    }

    /// <summary>Takes out of a run's configuration what it says of the machine that trained it.</summary>
    public static IReadOnlyList<SettingNode> TakeMachine(SettingNode root) =>
    [
        .. Take(root, child => Is(child, RunSchema.Plugins) || Is(child, Runtime)),
        .. root.Children.Where(child => Is(child, RunSchema.Data)).SelectMany(data =>
            Take(data, child => MachineData.Any(name => Is(child, name)))),
    ];

    /// <summary>
    /// The settings that <see cref="TakeMachine"/> leaves out, for a run that the same process has trained by the user's own configuration.
    /// </summary>
    public static IReadOnlyList<string> MachineSets(JsonObject resolved) =>
    [
        .. new[] { RunSchema.Plugins, Runtime }.SelectMany(section =>
            (resolved[section] as JsonObject ?? []).Select(entry => Set(section, entry))),
        .. (
            resolved[RunSchema.Data] as JsonObject ?? []).Where(entry =>
                MachineData.Contains(entry.Key)).Select(entry => Set(RunSchema.Data, entry)),
    ];

    private static string Set(string section, KeyValuePair<string, JsonNode?> entry) =>
        $"{section}.{entry.Key}={entry.Value?.ToJsonString() ?? "null"}";

    private static string Refusal(string setting) =>
        $"a bundle may not set {setting}; it may set {string.Join(", ", Kept.Select(name => name == RunSchema.Data ? string.Join(", ", KeptOfData.Select(kept => $"data.{kept}")) : name))}"
        + ", and what concerns this machine is set in its environment or with --set; use a bundle that 'mpuc export' wrote.";

    private static List<SettingNode> Take(SettingNode parent, Predicate<SettingNode> condition)
    {
        var taken = parent.Children.FindAll(condition);
        parent.Children.RemoveAll(condition);
        return taken;
    }

    private static bool Is(SettingNode node, string name) => node.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<SettingNode> Named(SettingNode node, string name) => node.Children.Where(child => Is(child, name));
}
