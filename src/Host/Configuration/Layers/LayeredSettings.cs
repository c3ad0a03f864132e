using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Mpuc.Host.Configuration.Layers;

/// <summary>
/// A configuration's layers on top of each other, later ones winning. The values are read and layered by
/// <c>Microsoft.Extensions.Configuration</c>; beside them stand the types, places and order that it forgets.
/// </summary>
internal sealed class LayeredSettings
{
    private readonly IReadOnlyList<ConfigurationLayer> _layers;
    private readonly IConfigurationRoot _values;

    private LayeredSettings(ConfigurationFile file, IReadOnlyList<ConfigurationLayer> layers, IReadOnlyList<SettingNode> ignored)
    {
        (File, _layers, Ignored) = (file, layers, ignored);
        var builder = new ConfigurationBuilder();
        foreach (var layer in layers)
        {
            builder.AddJsonStream(new MemoryStream(layer.Json.ToArray(), writable: false));
        }

        _values = builder.Build();
        Roots = [.. layers.Select(layer => layer.Root)];
    }

    /// <summary>The file of the first layer.</summary>
    public ConfigurationFile File { get; }

    /// <summary>What the file says and does not count, because its author may not decide it.</summary>
    public IReadOnlyList<SettingNode> Ignored { get; }

    /// <summary>The layers' structures; the later win.</summary>
    public IReadOnlyList<SettingNode> Roots { get; }

    /// <summary>Reads and layers a configuration: the file, then the environment, then the command line.</summary>
    /// <exception cref="MpucException">A layer cannot be read; one line for each.</exception>
    public static LayeredSettings Read(ConfigurationFile file, IReadOnlyList<string> sets, IReadOnlyDictionary<string, string> environment)
    {
        var errors = new ConfigurationErrors();
        ConfigurationLayer?[] layers =
        [
            ConfigurationLayer.FromFile(file, errors),
            .. Overrides.FromEnvironment(environment, errors),
            .. Overrides.FromCommandLine(sets, errors),
        ];
        var ignored = layers[0] is { } first ? Restrict(first.Root, file.Author, errors) : [];
        errors.ThrowIfAny();
        return new LayeredSettings(file, layers!, ignored);
    }

    /// <summary>Puts settings that code makes on top.</summary>
    public LayeredSettings With(IReadOnlyList<Setting> settings)
    {
        if (settings.Count == 0)
        {
            return this;
        }

        var errors = new ConfigurationErrors();
        var added = settings.Select(setting => Overrides.FromCode(setting, errors)).ToList();
        errors.ThrowIfAny();
        return new LayeredSettings(File, [.. _layers, .. added.OfType<ConfigurationLayer>()], Ignored);
    }

    /// <summary>A value's text.</summary>
    /// <param name="node">A text, number or truth value that no later layer sets again.</param>
    /// <returns>A text without quotes, a number as it was written.</returns>
    public string TextOf(SettingNode node) => _values[node.Key]!;

    private static IReadOnlyList<SettingNode> Restrict(SettingNode root, ConfigurationAuthor author, ConfigurationErrors errors)
    {
        if (author == ConfigurationAuthor.Bundle)
        {
            PortableSettings.RefuseOthers(root, errors);
        }

        return author == ConfigurationAuthor.Run ? PortableSettings.TakeMachine(root) : [];
    }
}

/// <summary>
/// What <c>Microsoft.Extensions.Configuration</c> forgets of a JSON value: its type, its place and its order. The value itself stays there.
/// </summary>
/// <param name="Key">Where the value is found in an <c>IConfiguration</c>, such as <c>training:epochs</c>.</param>
/// <param name="Origin">Where it was set.</param>
internal sealed record SettingNode(string Name, string Key, JsonValueKind Kind, SettingOrigin Origin)
{
    /// <summary>An object's properties or a list's elements, in the document's order.</summary>
    public List<SettingNode> Children { get; } = [];

    /// <summary>Whether the property has a given name, in the way its origin compares names.</summary>
    /// <returns>True where it is the same.</returns>
    public bool IsNamed(string name) =>
        string.Equals(Name, name, Origin.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
