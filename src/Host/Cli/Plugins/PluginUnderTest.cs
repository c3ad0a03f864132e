using Mpuc.Conformance;
using Mpuc.Host.Plugins.Loading;

namespace Mpuc.Host.Cli.Plugins;

/// <summary>A plugin that this host loaded, as the checks see it.</summary>
/// <param name="plugin">The plugin, which this disposes.</param>
/// <param name="mainAssembly">The path of its main assembly, where it was copied from.</param>
internal sealed class PluginUnderTest(LoadedPlugin plugin, string mainAssembly) : IPluginUnderTest
{
    /// <inheritdoc/>
    public string MainAssembly { get; } = mainAssembly;

    /// <inheritdoc/>
    public IReadOnlyList<ModalityDescriptor> Modalities => plugin.Modalities;

    /// <inheritdoc/>
    public IReadOnlyList<BackboneDescriptor> Backbones => plugin.Backbones;

    /// <inheritdoc/>
    public WeakReference LoadContext { get; } = plugin.LoadContext;

    /// <inheritdoc/>
    public IModalityEncoder CreateEncoder(string kind, OptionValues options) => plugin.CreateEncoder(kind, options);

    /// <inheritdoc/>
    public Backbone CreateBackbone(BackboneDescriptor descriptor, OptionValues options, BackboneContext context) =>
        plugin.CreateBackbone(descriptor, options, context);

    /// <inheritdoc/>
    public void Dispose() => plugin.Dispose();
}
