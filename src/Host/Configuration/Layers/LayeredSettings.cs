using Microsoft.Extensions.Configuration;

namespace Mpuc.Host.Configuration.Layers;

/// <summary>
/// A configuration's layers on top of each other, later ones winning. The values are read and layered by <c>Microsoft.Extensions.Configuration</c>;
/// beside them stand the types, places and order that it forgets.
/// </summary>
internal sealed class LayeredSettings
{
    private readonly IConfigurationRoot _values;

    private LayeredSettings(IReadOnlyList<ConfigurationLayer> layers)
    {
        var builder = new ConfigurationBuilder();
        foreach (var layer in layers)
        {
            builder.AddJsonStream(new MemoryStream(layer.Json.ToArray(), writable: false));
        }

        _values = builder.Build();
        Roots = [.. layers.Select(layer => layer.Root)];
    }

    /// <summary>The layers' structures; the later win.</summary>
    public IReadOnlyList<SettingNode> Roots { get; }

    /// <summary>Reads and layers a configuration: the file, then the environment, then the command line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sets">The command line's settings.</param>
    /// <param name="environment">All environment variables.</param>
    /// <returns>The layers.</returns>
    /// <exception cref="MpucException">A layer cannot be read; one line for each.</exception>
    public static LayeredSettings Read(string path, IReadOnlyList<string> sets, IReadOnlyDictionary<string, string> environment)
    {
        var errors = new ConfigurationErrors();
        ConfigurationLayer?[] layers =
        [
            ConfigurationLayer.FromFile(path, errors),
            .. Overrides.FromEnvironment(environment, errors),
            .. Overrides.FromCommandLine(sets, errors),
        ];
        errors.ThrowIfAny();
        return new LayeredSettings(layers!);
    }

    /// <summary>A value's text.</summary>
    /// <param name="node">A text, number or truth value that no later layer sets again.</param>
    /// <returns>A text without quotes, a number as it was written.</returns>
    public string TextOf(SettingNode node) => _values[node.Key]!;
}
