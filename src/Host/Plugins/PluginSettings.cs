using Mpuc.Host.Data;

namespace Mpuc.Host.Plugins;

/// <summary>Where plugins are looked for, which may be loaded, and how long that may take.</summary>
internal sealed record PluginSettings
{
    /// <summary>Folders whose sub-folders are plugins, absolute, in order of precedence.</summary>
    public required IReadOnlyList<string> Folders { get; init; }

    /// <summary>The SHA-256 of every plugin folder that may be loaded, in hexadecimal; null allows all, an empty list none.</summary>
    public IReadOnlyList<string>? Allow { get; init; }

    /// <summary>Where pretrained weights are kept; need not exist.</summary>
    public string WeightsFolder { get; init; } = Path.Combine(CacheFolder.Default, "weights");

    /// <summary>How long a plugin may take to construct itself and to register what it offers.</summary>
    public TimeSpan LoadTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Takes a configuration's options and adds the program's own folder and those of the environment.</summary>
    /// <param name="options">The section <c>plugins</c> of a configuration.</param>
    /// <exception cref="MpucException">A folder that was named does not exist.</exception>
    public static PluginSettings From(PluginOptions options) => new()
    {
        Folders = PluginFolders.Roots(options.Folders),
        Allow = options.Allow.Contains(PluginOptions.All) ? null : options.Allow,
    };
}
