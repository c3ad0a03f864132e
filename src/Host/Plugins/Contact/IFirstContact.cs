using Mpuc.Host.Plugins.Inspection;
using Serilog;

namespace Mpuc.Host.Plugins.Contact;

/// <summary>
/// Tries plugins that the host has not met before where they can do no harm, since native code can end the process that calls it.
/// </summary>
internal interface IFirstContact
{
    /// <summary>Says what is known of a plugin's files. Runs nothing.</summary>
    /// <param name="plugin">A plugin that was not refused.</param>
    /// <returns>The verdict that was kept; null where they were not tried.</returns>
    ContactVerdict? Known(PluginInspection plugin);

    /// <summary>Tries those plugins that are not known.</summary>
    /// <param name="plugins">Plugins that were not refused.</param>
    /// <param name="limit">How long each step of a trial may take.</param>
    /// <param name="logger">Told of trials that could not be made.</param>
    /// <returns>A verdict for each, in the same order; null where the trial could not be made.</returns>
    IReadOnlyList<ContactVerdict?> Meet(IReadOnlyList<PluginInspection> plugins, TimeSpan limit, ILogger logger);
}
