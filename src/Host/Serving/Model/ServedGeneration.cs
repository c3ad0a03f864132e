using Mpuc.Host.Inference;
using Mpuc.Host.Plugins.Swapping;

namespace Mpuc.Host.Serving.Model;

/// <summary>A served model as one generation of plugins made it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Plugins">The traces of its plugins.</param>
/// <param name="Owned">Disposes the model and unloads the plugins.</param>
internal sealed record ServedGeneration(IServedModel Model, IReadOnlyList<PluginTrace> Plugins, IDisposable Owned) : IDisposable
{
    /// <summary>Takes a model over.</summary>
    public static ServedGeneration Of(MpucModel model) => new(
        new BundleServedModel(model), [.. (model.Plugins?.Entries ?? []).Where(entry => entry.Loaded is not null).Select(PluginTrace.Of)], model);

    /// <inheritdoc/>
    public void Dispose() => Owned.Dispose();
}
