using Mpuc.Conformance;
using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Contact;
using Mpuc.Host.Plugins.Inspection;
using Mpuc.Host.Plugins.Loading;
using Mpuc.Weights;
using Serilog.Core;

namespace Mpuc.Host.Cli.Plugins;

/// <summary>
/// <c>mpuc plugins contact</c>, which the host runs in a child process: loads a plugin, tries its backbones, and may not come to its end.
/// </summary>
/// <param name="settings">Where pretrained weights are, and how long loading may take.</param>
/// <param name="output">Receives what is done, see <see cref="ContactReport"/>.</param>
internal sealed class ContactPlugin(PluginSettings settings, TextWriter output)
{
    /// <summary>Tries a plugin.</summary>
    /// <param name="after">The number of the last trial that is done with; -1 for none.</param>
    /// <returns>0.</returns>
    public int Run(string folder, int after)
    {
        var report = new ContactReport(output);
        var inspection = new PluginInspector(HostSurface.Current).Inspect(folder);
        report.Found(inspection.FolderSha256);
        if (inspection.Refusal is { } refusal)
        {
            report.NotLoaded(refusal.TrimEnd('.'));
        }
        else
        {
            Run(inspection, after, report);
        }

        report.Complete();
        return 0;
    }

    private void Run(PluginInspection inspection, int after, ContactReport report)
    {
        LoadedPlugin? loaded = null;
        using var activator = new PluginActivator(
            Logger.None, new WeightsStore(settings.WeightsFolder, () => loaded?.Weights ?? [], Logger.None), settings.LoadTimeout);
        try
        {
            loaded = report.Take(new ContactStep("construction and registration"), () => activator.Load(inspection));
        }
        catch (Exception fault)
        {
            report.NotLoaded(PluginFault.Describe(fault));
            return;
        }

        using var plugin = new PluginUnderTest(loaded, inspection.Main!.Path);
        new ContactTrials(plugin, Samples(inspection.Main.Path, report), report).Run(after);
    }

    private static IReadOnlyDictionary<string, KindSamples> Samples(string mainAssembly, ContactReport report)
    {
        try
        {
            return SampleFile.Read(Path.Combine(Path.GetDirectoryName(mainAssembly)!, SampleFile.Name));
        }
        catch (Exception fault)
        {
            report.Refused(SampleFile.Name, PluginFault.Describe(fault));
            return new Dictionary<string, KindSamples>();
        }
    }
}
