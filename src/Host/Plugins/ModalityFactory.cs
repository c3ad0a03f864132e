using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins.Loading;
using Serilog;

namespace Mpuc.Host.Plugins;

/// <summary>Makes configured modalities of what loaded plugins offer.</summary>
/// <param name="logger">Receives the whole exceptions of plugins at fault.</param>
internal sealed class ModalityFactory(IReadOnlyList<PluginEntry> entries, ILogger logger)
{
    /// <summary>Makes a modality, valid as long as its plugins are loaded; see <see cref="IModalityCatalog.Create"/>.</summary>
    public Modality Create(ModalitySettings settings)
    {
        var lookup = new RegistrationLookup(entries);
        var plugin = lookup.Modality(settings.Kind);
        var (backbonePlugin, backbone) = lookup.Backbone(settings.Kind, settings.Backbone);
        var guard = new PluginGuard(plugin.Identity, logger);
        var backboneGuard = new PluginGuard(backbonePlugin.Identity, logger);
        var encoder = guard.Call(
            $"make the encoder of modality '{settings.Name}'", () => plugin.Loaded!.CreateEncoder(settings.Kind, settings.Options));
        return new Modality(settings, GuardedEncoder.Around(encoder, guard), plugin.Identity, backbonePlugin.Identity, MakeBackbone)
        {
            Extensions = plugin.Loaded!.Modalities.First(modality => modality.Kind == settings.Kind).Extensions,
            Preview = encoder is IPreviewEncoder previewer
                ? (source, pictures, cancellationToken) => guard.CallAsync(
                    $"show '{source.Path}'", () => previewer.PreviewAsync(source, pictures, cancellationToken))
                : null,
        };

        Backbone MakeBackbone(BackboneContext context)
        {
            var loaded = backbonePlugin.Loaded ?? throw new ObjectDisposedException(nameof(PluginCatalog));
            return backboneGuard.Call(
                $"make the backbone '{settings.Backbone}' of modality '{settings.Name}'",
                () => loaded.CreateBackbone(backbone, settings.BackboneOptions, context));
        }
    }
}
