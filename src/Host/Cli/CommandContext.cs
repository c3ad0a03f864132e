using Mpuc.Host.Configuration;
using Mpuc.Host.Logging;
using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Contact;
using Mpuc.Host.Runs;

namespace Mpuc.Host.Cli;

/// <summary>What commands take from outside: the environment, the log, and the plugins that a configuration wants.</summary>
/// <param name="OpenCatalog">Loads plugins; called by commands that need them, and not before.</param>
internal sealed record CommandContext(
    IReadOnlyDictionary<string, string> Environment, HostLog Log, Func<PluginOptions, IModalityCatalog> OpenCatalog)
{
    /// <summary>Tries plugins that are not known; null to take them as they are.</summary>
    public IFirstContact? FirstContact { get; init; }

    /// <summary>
    /// Loads the plugins that a configuration wants, and then the configuration; what they say meanwhile is the preface of the log's runs.
    /// </summary>
    /// <returns>Both; the caller disposes them.</returns>
    /// <exception cref="MpucException">The configuration is wrong, or a plugin folder is.</exception>
    public LoadedConfiguration Load(string path, IReadOnlyList<string> sets) => Load(ConfigurationFile.OfUser(path), sets);

    /// <summary>
    /// Loads a run's configuration with the plugins that this machine's user allows; what it says of the machine that trained it does not
    /// count.
    /// </summary>
    /// <returns>Both; the caller disposes them.</returns>
    /// <exception cref="MpucException">The configuration is wrong, or a plugin folder is.</exception>
    public LoadedConfiguration Load(RunDirectory run, IReadOnlyList<string> sets) =>
        Load(ConfigurationFile.OfRun(run.ConfigurationPath), sets);

    private LoadedConfiguration Load(ConfigurationFile file, IReadOnlyList<string> sets) =>
        Load(ParsedConfiguration.Read(file, sets, Environment));

    /// <summary>Loads the plugins that a configuration wants, and then checks the configuration with them.</summary>
    /// <returns>Both; the caller disposes them.</returns>
    /// <exception cref="MpucException">The configuration is wrong, or a plugin folder is.</exception>
    public LoadedConfiguration Load(ParsedConfiguration parsed)
    {
        using var preface = Log.Precede();
        var catalog = OpenCatalog(parsed.ReadPlugins());
        try
        {
            return new LoadedConfiguration(parsed.Load(catalog), catalog);
        }
        catch
        {
            (catalog as IDisposable)?.Dispose();
            throw;
        }
    }
}
