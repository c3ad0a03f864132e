using Mpuc.Host.Runs;

namespace Mpuc.Host.Cli;

/// <summary>A trained run with the configuration and plugins that it lives by.</summary>
internal sealed class OpenedRun : IDisposable
{
    private readonly LoadedConfiguration _loaded;

    private OpenedRun(LoadedConfiguration loaded, TrainedRun run) => (_loaded, Run) = (loaded, run);

    /// <summary>The run.</summary>
    public TrainedRun Run { get; }

    /// <summary>Opens a run.</summary>
    /// <param name="sets">Settings that override the run's own, and those of the machine.</param>
    /// <returns>The run; the caller disposes it.</returns>
    /// <exception cref="MpucException">The run, its configuration or a plugin is at fault.</exception>
    public static OpenedRun Open(CommandContext context, RunDirectory directory, IReadOnlyList<string> sets)
    {
        var loaded = context.Load(directory, sets);
        try
        {
            return new OpenedRun(loaded, TrainedRun.Load(directory, loaded.Configuration, loaded.Catalog, context.Log.Logger));
        }
        catch
        {
            loaded.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Run.Dispose();
        _loaded.Dispose();
    }
}
