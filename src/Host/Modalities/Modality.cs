namespace Mpuc.Host.Modalities;

/// <summary>A configured modality, brought to life by a plugin. All that the rest of the host knows of it.</summary>
/// <param name="settings">What the configuration says.</param>
/// <param name="encoder">The plugin's encoder, made with those options.</param>
/// <param name="plugin">The plugin that the encoder comes from.</param>
/// <param name="backbonePlugin">The plugin that the backbone comes from; often the same.</param>
/// <param name="createBackbone">Makes a backbone with fresh weights from the default random generator.</param>
public sealed class Modality(
    ModalitySettings settings,
    IModalityEncoder encoder,
    PluginIdentity plugin,
    PluginIdentity backbonePlugin,
    Func<BackboneContext, Backbone> createBackbone)
{
    /// <summary>What the configuration says.</summary>
    public ModalitySettings Settings { get; } = settings;

    /// <summary>The modality's name in this run.</summary>
    public string Name => Settings.Name;

    /// <summary>The plugin's encoder.</summary>
    public IModalityEncoder Encoder { get; } = encoder;

    /// <summary>The plugin that the encoder comes from.</summary>
    public PluginIdentity Plugin { get; } = plugin;

    /// <summary>The plugin that the backbone comes from.</summary>
    public PluginIdentity BackbonePlugin { get; } = backbonePlugin;

    /// <summary>The file name extensions that the encoder reads, with the dot, in its order of preference.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>
    /// Shows people what the encoder sees of a source, see <see cref="IPreviewEncoder.PreviewAsync"/>; null where it cannot.
    /// </summary>
    public Func<ModalitySource, int, CancellationToken, Task<ModalityPreview>>? Preview { get; init; }

    /// <summary>Makes a backbone with fresh weights, drawn from the default random generator.</summary>
    /// <param name="context">The shape of its input.</param>
    /// <returns>The backbone; the caller owns it.</returns>
    public Backbone CreateBackbone(BackboneContext context) => createBackbone(context);
}

/// <summary>Which plugin something came from: what run manifests, caches and checkpoints record.</summary>
/// <param name="Id">The plugin's id, such as <c>mpuc.audio</c>.</param>
/// <param name="Version">The plugin's version.</param>
/// <param name="Sha256">The hash of its folder, private libraries included, lower-case hexadecimal.</param>
public sealed record PluginIdentity(string Id, string Version, string Sha256);
