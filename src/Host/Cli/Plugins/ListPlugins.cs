using System.Text.Json.Nodes;
using Mpuc.Host.Plugins;
using Serilog.Core;
using Spectre.Console;

namespace Mpuc.Host.Cli.Plugins;

/// <summary><c>mpuc plugins list</c>.</summary>
/// <param name="settings">Where to look.</param>
internal sealed class ListPlugins(PluginSettings settings, TextWriter output)
{
    /// <summary>Lists the plugins.</summary>
    /// <returns>0.</returns>
    public int Run(bool json)
    {
        using var catalog = PluginCatalog.Discover(settings, Logger.None);
        catalog.Load();
        if (json)
        {
            output.WriteJson(new JsonArray([.. catalog.Entries.Select(ToJson)]));
        }
        else
        {
            WriteTable(catalog.Entries);
        }

        return 0;
    }

    private static JsonObject ToJson(PluginEntry entry) => new()
    {
        ["id"] = entry.Inspection.Id,
        ["version"] = entry.Inspection.Version,
        ["contract"] = entry.Inspection.Contract?.ToString(),
        ["state"] = entry.State.Name(),
        ["modalities"] = JsonOutput.Array(Modalities(entry)),
        ["backbones"] = JsonOutput.Array(Backbones(entry)),
        ["folder"] = entry.Inspection.Folder,
        ["message"] = entry.Message,
    };

    private static IEnumerable<string> Modalities(PluginEntry entry) => entry.Loaded?.Modalities.Select(modality => modality.Kind) ?? [];

    private static IEnumerable<string> Backbones(PluginEntry entry) => entry.Loaded?.Backbones.Select(backbone => backbone.Key) ?? [];

    private void WriteTable(IReadOnlyList<PluginEntry> entries)
    {
        if (entries.Count == 0)
        {
            var searched = settings.Folders.Count == 0 ? "any folder" : string.Join(", ", settings.Folders);
            output.WriteLine($"There are no plugins in {searched}.");
            return;
        }

        string[] columns = ["Plugin", "Version", "Contract", "State", "Modalities", "Backbones", "Folder"];
        var table = new Table().Border(TableBorder.Simple).AddColumns(columns);
        foreach (var entry in entries)
        {
            table.AddPlainRow(
                entry.Inspection.Id ?? "?",
                entry.Inspection.Version ?? "?",
                entry.Inspection.Contract?.ToString() ?? "?",
                entry.State.Name(),
                string.Join(", ", Modalities(entry)),
                string.Join(", ", Backbones(entry)),
                Path.GetFileName(entry.Inspection.Folder));
        }

        output.WriteTable(table);
        foreach (var message in entries.Select(entry => entry.Message).OfType<string>())
        {
            output.WriteLine(message);
        }
    }
}
