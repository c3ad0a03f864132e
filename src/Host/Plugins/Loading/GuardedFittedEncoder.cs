using TorchSharp;

namespace Mpuc.Host.Plugins.Loading;

/// <summary>A plugin's fitted encoder whose failures name the plugin.</summary>
internal sealed class GuardedFittedEncoder(IFittedEncoder encoder, PluginGuard guard) : GuardedEncoder(encoder, guard), IFittedEncoder
{
    private readonly PluginGuard _guard = guard;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, torch.Tensor> State => _guard.Call("give its state", () => encoder.State);

    /// <inheritdoc/>
    public void Fit(IEnumerable<ModalitySequence> training) => _guard.Call("fit its statistics", () =>
    {
        encoder.Fit(training);
        return true;
    });

    /// <inheritdoc/>
    public ModalitySequence Transform(ModalitySequence sequence) => _guard.Call("transform a sequence", () => encoder.Transform(sequence));

    /// <inheritdoc/>
    public void Restore(IReadOnlyDictionary<string, torch.Tensor> state) => _guard.Call("take over its state", () =>
    {
        encoder.Restore(state);
        return true;
    });
}
