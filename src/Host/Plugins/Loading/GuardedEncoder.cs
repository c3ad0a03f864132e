namespace Mpuc.Host.Plugins.Loading;

/// <summary>A plugin's encoder whose failures name the plugin.</summary>
internal class GuardedEncoder(IModalityEncoder encoder, PluginGuard guard) : IModalityEncoder
{
    /// <summary>Guards an encoder, as an <see cref="IFittedEncoder"/> if it is one.</summary>
    public static IModalityEncoder Around(IModalityEncoder encoder, PluginGuard guard) =>
        encoder is IFittedEncoder fitted ? new GuardedFittedEncoder(fitted, guard) : new GuardedEncoder(encoder, guard);

    /// <inheritdoc/>
    public Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken) =>
        guard.CallAsync($"read '{source.Path}'", () => encoder.ReadAsync(source, cancellationToken));

    /// <inheritdoc/>
    public int WindowFrames(double seconds) => guard.Call("size a window", () => encoder.WindowFrames(seconds));

    /// <inheritdoc/>
    public ModalityWindow Window(ModalitySequence sequence, TimeWindow window) =>
        guard.Call("cut a window", () => encoder.Window(sequence, window));
}
