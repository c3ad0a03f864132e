using System.Text.Json.Nodes;
using Mpuc.Conformance;
using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Inspection;
using Mpuc.Host.Plugins.Loading;
using Mpuc.Weights;
using Serilog.Core;
using Spectre.Console;

namespace Mpuc.Host.Cli.Plugins;

/// <summary><c>mpuc plugins test</c>.</summary>
/// <param name="settings">Where pretrained weights are, and how long loading may take.</param>
/// <param name="error">Receives why the plugin could not be tried at all.</param>
internal sealed class TestPlugin(PluginSettings settings, TextWriter output, TextWriter error)
{
    /// <summary>Loads a plugin and tries every promise of the contract on it.</summary>
    /// <param name="samples">The file that says what to try it with; null for the one in the folder.</param>
    /// <returns>0, or 1 where a promise is broken or could not be tried.</returns>
    public int Run(string folder, string? samples, bool json)
    {
        var inspection = new PluginInspector(HostSurface.Current).Inspect(folder);
        if (inspection.Refusal is not null)
        {
            error.WriteLine(inspection.Refusal);
            return 1;
        }

        if (samples is not null && !File.Exists(samples))
        {
            throw new MpucException($"There is no file '{samples}'; it must say what to try the plugin with.");
        }

        if (settings.FirstContact?.Meet([inspection], settings.ContactTimeout, Logger.None)[0]?.Fault is { } fatal)
        {
            error.WriteLine($"{inspection.Description} {fatal}");
            return 1;
        }

        var kinds = SampleFile.Read(samples ?? Path.Combine(Path.GetDirectoryName(inspection.Main!.Path)!, SampleFile.Name));
        LoadedPlugin? loaded = null;
        using var activator = new PluginActivator(
            Logger.None, new WeightsStore(settings.WeightsFolder, () => loaded?.Weights ?? [], Logger.None), settings.LoadTimeout);
        List<ConformanceResult> results;
        try
        {
            loaded = activator.Load(inspection);
            using var plugin = new PluginUnderTest(loaded, inspection.Main!.Path);
            var suite = new ConformanceSuite(plugin, kinds, () => new PluginUnderTest(activator.Load(inspection), inspection.Main.Path));
            results = [.. suite.Cases.Select(promise => promise.Run(ConformanceSuite.Timeout))];
        }
        catch (Exception fault) when (loaded is null)
        {
            error.WriteLine($"{inspection.Description} could not be loaded: {PluginFault.Describe(fault)}.");
            return 1;
        }

        if (json)
        {
            output.WriteJson(ToJson(inspection, results));
        }
        else
        {
            WriteTable(results);
        }

        return results.TrueForAll(result => result.Outcome is ConformanceOutcome.Passed or ConformanceOutcome.NotApplicable) ? 0 : 1;
    }

    private static JsonObject ToJson(PluginInspection inspection, List<ConformanceResult> results) => new()
    {
        ["id"] = inspection.Id,
        ["version"] = inspection.Version,
        ["folder"] = inspection.Folder,
        ["passed"] = Count(results, ConformanceOutcome.Passed),
        ["failed"] = Count(results, ConformanceOutcome.Failed),
        ["notTried"] = Count(results, ConformanceOutcome.NotTried),
        ["checks"] = new JsonArray([.. results.Select(result => new JsonObject
        {
            ["target"] = result.Case.Target,
            ["check"] = result.Case.Check,
            ["promise"] = result.Case.Promise,
            ["outcome"] = Name(result.Outcome),
            ["message"] = result.Message,
        })]),
    };

    private void WriteTable(List<ConformanceResult> results)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Of", "Promise", "Outcome");
        foreach (var result in results.Where(result => result.Outcome != ConformanceOutcome.NotApplicable))
        {
            table.AddPlainRow(result.Case.Target, result.Case.Promise, Name(result.Outcome));
        }

        output.WriteTable(table);
        foreach (var result in results.Where(result => result.Outcome == ConformanceOutcome.Failed))
        {
            output.WriteLine($"{result.Case.Target}: {result.Case.Promise}: {result.Message}");
        }

        foreach (var message in results.Where(result => result.Outcome == ConformanceOutcome.NotTried).Select(result => result.Message)
            .Distinct())
        {
            output.WriteLine(message);
        }

        output.WriteLine(
            $"{Count(results, ConformanceOutcome.Passed)} passed, {Count(results, ConformanceOutcome.Failed)} failed, "
            + $"{Count(results, ConformanceOutcome.NotTried)} not tried");
    }

    private static int Count(List<ConformanceResult> results, ConformanceOutcome outcome) =>
        results.Count(result => result.Outcome == outcome);

    private static string Name(ConformanceOutcome outcome) => outcome switch
    {
        ConformanceOutcome.Passed => "passed",
        ConformanceOutcome.Failed => "failed",
        ConformanceOutcome.NotTried => "not-tried",
        _ => "not-applicable",
    };
}
