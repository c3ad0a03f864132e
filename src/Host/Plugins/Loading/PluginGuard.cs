using Mpuc.Host.Modalities;
using Serilog;

namespace Mpuc.Host.Plugins.Loading;

/// <summary>Calls a plugin's code and turns whatever it throws into a sentence that names the plugin.</summary>
/// <param name="logger">Receives the whole exception at debug level.</param>
internal sealed class PluginGuard(PluginIdentity plugin, ILogger logger)
{
    /// <summary>Calls.</summary>
    /// <param name="what">What the plugin was about to do, after "could not".</param>
    /// <exception cref="MpucException">The call threw; a missing modality, which is no fault, is passed on as it is.</exception>
    public T Call<T>(string what, Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw Report(what, fault);
        }
    }

    /// <summary>Calls and waits.</summary>
    /// <inheritdoc cref="Call{T}"/>
    public async Task<T> CallAsync<T>(string what, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw Report(what, fault);
        }
    }

    private MpucException Report(string what, Exception fault)
    {
        // The exception itself is not passed on: its type and stack are the plugin's, and whoever kept it would keep the plugin alive.
        logger.Debug(fault, "Plugin {Plugin} could not {What:l}", plugin.Id, what);
        return fault is MpucException { IsMissingModality: true } missing
            ? new MpucException(missing.Message) { IsMissingModality = true }
            : new MpucException($"Plugin '{plugin.Id}' {plugin.Version} could not {what}: {PluginFault.Describe(fault)}.");
    }
}
