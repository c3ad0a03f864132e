using Mpuc.Host.Data.Cache;
using Mpuc.Host.Plugins.Contact;

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

    /// <summary>Tries plugins that are not known before they are loaded; null to take them as they are.</summary>
    public IFirstContact? FirstContact { get; init; }

    /// <summary>How long each step of a plugin's first contact may take before the process for it is killed.</summary>
    public TimeSpan ContactTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Takes a configuration's options and adds the program's own folder and those of the environment.</summary>
    /// <param name="contact">Tries plugins that are not known, unless the options say otherwise; null to take them as they are.</param>
    /// <exception cref="MpucException">A folder that was named does not exist.</exception>
    public static PluginSettings From(PluginOptions options, IFirstContact? contact = null) => new()
    {
        Folders = PluginFolders.Roots(options.Folders),
        Allow = options.Allow.Contains(PluginOptions.All) ? null : options.Allow,
        FirstContact = options.FirstContact ? contact : null,
    };
}
