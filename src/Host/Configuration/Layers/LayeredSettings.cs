using Microsoft.Extensions.Configuration;

namespace Mpuc.Host.Configuration.Layers;

/// <summary>
/// A configuration's layers on top of each other, later ones winning. The values are read and layered by <c>Microsoft.Extensions.Configuration</c>;
/// beside them stand the types, places and order that it forgets.
/// </summary>
internal sealed class LayeredSettings
{
    private readonly IConfigurationRoot _values;

    private LayeredSettings(ConfigurationFile file, IReadOnlyList<ConfigurationLayer> layers, IReadOnlyList<SettingNode> ignored)
    {
        (File, Ignored) = (file, ignored);
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
    /// <param name="file">The file.</param>
    /// <param name="sets">The command line's settings.</param>
    /// <param name="environment">All environment variables.</param>
    /// <returns>The layers.</returns>
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
