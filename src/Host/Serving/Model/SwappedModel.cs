using System.Runtime.CompilerServices;
using Mpuc.Host.Data;
using Mpuc.Host.Inference;
using Mpuc.Host.Inference.Features;
using Mpuc.Host.Plugins.Loading;
using Mpuc.Host.Plugins.Swapping;
using Serilog;

namespace Mpuc.Host.Serving.Model;

/// <summary>
/// A served model whose plugins are replaced while it answers: a request is worked on by one generation of plugins from its first byte to
/// its answer, and a generation is unloaded when its last request is answered.
/// </summary>
/// <param name="first">The first generation, which this owns.</param>
/// <param name="load">Loads the model with the plugins that are installed by now; throws where they do not fit.</param>
internal sealed class SwappedModel(ServedGeneration first, Func<ServedGeneration> load, ILogger log) : IServedModel, IDisposable
{
    private readonly SwapSlot<ServedGeneration> _slot = new(first);
    private Action<int>? _onPass;
    private RecordingLimit? _limit;

    /// <inheritdoc/>
    public ServedModelDescription Description { get; } = first.Model.Description;

    /// <inheritdoc/>
    public Action<int> OnPass
    {
        set
        {
            _onPass = value;
            using var lease = _slot.Take();
            lease.Value.Model.OnPass = value;
        }
    }

    /// <inheritdoc/>
    public RecordingLimit Limit
    {
        set
        {
            _limit = value;
            using var lease = _slot.Take();
            lease.Value.Model.Limit = value;
        }
    }

    /// <inheritdoc/>
    public async Task<Prediction> PredictAsync(
        UnlabelledRecording recording, PredictionOptions options, CancellationToken cancellationToken)
    {
        using var lease = _slot.Take();
        return await lease.Value.Model.PredictAsync(recording, options, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<RecordingFeatures> ExtractAsync(
        UnlabelledRecording recording, IReadOnlyList<string> modalities, CancellationToken cancellationToken)
    {
        using var lease = _slot.Take();
        return await lease.Value.Model.ExtractAsync(recording, modalities, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(string Modality, ModalityPreview Preview)>> PreviewAsync(
        UnlabelledRecording recording, IReadOnlyList<string> modalities, int pictures, CancellationToken cancellationToken)
    {
        using var lease = _slot.Take();
        return await lease.Value.Model.PreviewAsync(recording, modalities, pictures, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes new versions of plugins as they come, until it is cancelled.</summary>
    public async Task WatchAsync(FolderWatch watch, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(FolderWatch.Interval, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (watch.HasChanged())
            {
                watch.Accept();
                await UpdateAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Takes the plugins that are installed by now; ends when the last request of those before is answered and they are unloaded.
    /// </summary>
    public async Task UpdateAsync()
    {
        var before = Plugins();
        if (!TrySwap(out var drained))
        {
            return;
        }

        await drained.ConfigureAwait(false);
        foreach (var problem in before.Select(trace => trace.FindProblem()).OfType<string>())
        {
            log.Warning("{Problem:l}", problem);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _slot.Dispose();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private IReadOnlyList<PluginTrace> Plugins()
    {
        using var lease = _slot.Take();
        return lease.Value.Plugins;
    }

    // False where the plugins do not fit, and those at work stay.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TrySwap(out Task drained)
    {
        try
        {
            var next = load();
            if (_onPass is { } onPass)
            {
                next.Model.OnPass = onPass;
            }

            if (_limit is { } limit)
            {
                next.Model.Limit = limit;
            }

            log.Information("From now on requests are worked on by {Plugins}.", next.Plugins.Select(trace => trace.Plugin));
            drained = _slot.SwapAsync(next);
            return true;
        }
        catch (Exception fault)
        {
            log.Warning("The plugins that are installed now are not taken: {Why:l}. Those at work stay.", PluginFault.Describe(fault));
            drained = Task.CompletedTask;
            return false;
        }
    }
}

/// <summary>A served model as one generation of plugins made it.</summary>
/// <param name="Owned">Disposes the model and unloads the plugins.</param>
internal sealed record ServedGeneration(IServedModel Model, IReadOnlyList<PluginTrace> Plugins, IDisposable Owned) : IDisposable
{
    /// <summary>Takes a model over.</summary>
    public static ServedGeneration Of(MpucModel model) => new(
        new BundleServedModel(model),
        [.. (model.Plugins?.Entries ?? []).Where(entry => entry.Loaded is not null).Select(PluginTrace.Of)],
        model);

    /// <inheritdoc/>
    public void Dispose() => Owned.Dispose();
}
