using System.CommandLine;
using Mpuc.Host.Reporting;
using Mpuc.Host.Training;
using Serilog.Core;

namespace Mpuc.Host.Cli;

/// <summary>A trained run with the configuration, plugins and log that it lives by.</summary>
internal sealed class OpenedRun : IDisposable
{
    private readonly LoadedConfiguration _loaded;
    private readonly Logger _log;

    private OpenedRun(LoadedConfiguration loaded, Logger log, TrainedRun run) => (_loaded, _log, Run) = (loaded, log, run);

    /// <summary>The run.</summary>
    public TrainedRun Run { get; }

    /// <summary>Opens a run.</summary>
    /// <param name="context">What the command takes from outside.</param>
    /// <param name="directory">The run's folder.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="sets">Settings that override the run's own.</param>
    /// <returns>The run; the caller disposes it.</returns>
    /// <exception cref="MpucException">The run, its configuration or a plugin is at fault.</exception>
    public static OpenedRun Open(CommandContext context, RunDirectory directory, ParseResult parsed, IReadOnlyList<string> sets)
    {
        var loaded = context.Load(directory.ConfigurationPath, sets);
        var log = Logging.Create(parsed.GetValue(SharedOptions.Verbose), logFile: null);
        try
        {
            return new OpenedRun(loaded, log, TrainedRun.Load(directory, loaded.Configuration, loaded.Catalog, log));
        }
        catch
        {
            log.Dispose();
            loaded.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Run.Dispose();
        _log.Dispose();
        _loaded.Dispose();
    }
}
