using System.Text.Json.Nodes;
using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Contact;
using Mpuc.Host.Plugins.Inspection;
using Spectre.Console;

namespace Mpuc.Host.Cli.Plugins;

/// <summary><c>mpuc plugins inspect</c>.</summary>
/// <param name="contact">Knows which plugins were tried; null where nobody does.</param>
internal sealed class InspectPlugin(IFirstContact? contact, TextWriter output, TextWriter error)
{
    /// <summary>Inspects a folder without running anything of it.</summary>
    /// <returns>0, or 1 where the host would refuse the plugin.</returns>
    public int Run(string folder, bool json)
    {
        var inspection = new PluginInspector(HostSurface.Current).Inspect(folder);
        if (json)
        {
            output.WriteJson(ToJson(inspection));
        }
        else if (inspection.Main is not null)
        {
            output.WriteTable(ToTable(inspection));
        }

        if (inspection.Refusal is not null)
        {
            error.WriteLine(inspection.Refusal);
            return 1;
        }

        return 0;
    }

    private JsonObject ToJson(PluginInspection inspection) => new()
    {
        ["id"] = inspection.Id,
        ["version"] = inspection.Version,
        ["contract"] = inspection.Contract?.ToString(),
        ["contractRange"] = inspection.Contract is null
            ? null
            : new JsonObject { ["least"] = inspection.Contract.ToString(), ["below"] = inspection.ContractLimit!.ToString() },
        ["hostContract"] = HostSurface.Current.ContractVersion.ToString(),
        ["state"] = (inspection.Refusal is null ? PluginState.Active : PluginState.NotSupported).Name(),
        ["message"] = inspection.Refusal,
        ["folder"] = inspection.Folder,
        ["mainAssembly"] = Path.GetFileName(inspection.Main?.Path),
        ["entryType"] = inspection.Main?.Mark?.EntryType,
        ["targetFramework"] = inspection.Main?.TargetFramework,
        ["sha256"] = inspection.Sha256,
        ["folderSha256"] = inspection.FolderSha256,
        ["firstContact"] = contact?.Known(inspection) is { } verdict ? verdict.Fault ?? "passed" : null,
        ["references"] = new JsonArray([.. inspection.References.Select(ToJson)]),
        ["missing"] = JsonOutput.Array(Missing(inspection)),
        ["privateCopies"] = JsonOutput.Array(inspection.PrivateCopies),
        ["nativeImports"] = JsonOutput.Array(inspection.NativeImports),
        ["nativeFiles"] = JsonOutput.Array(inspection.NativeFiles),
        ["reaches"] = new JsonObject
        {
            ["files"] = JsonOutput.Array(inspection.Reach.Files),
            ["network"] = JsonOutput.Array(inspection.Reach.Network),
            ["processes"] = JsonOutput.Array(inspection.Reach.Processes),
            ["code"] = JsonOutput.Array(inspection.Reach.Code),
        },
        ["unloadHazards"] = JsonOutput.Array(inspection.UnloadHazards),
    };

    private static IEnumerable<string> Missing(PluginInspection inspection) => inspection.References
        .Where(reference => reference.Origin == ReferenceOrigin.Missing)
        .Select(reference => $"{reference.Name} {reference.Version}");

    private static JsonNode ToJson(ResolvedReference reference) => new JsonObject
    {
        ["name"] = reference.Name,
        ["version"] = reference.Version.ToString(),
        ["from"] = Name(reference.Origin),
        ["referredBy"] = reference.ReferredBy,
    };

    private static Table ToTable(PluginInspection inspection)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("", "");
        table.AddPlainRow("plugin", $"{inspection.Id} {inspection.Version}");
        table.AddPlainRow("contract", $"{inspection.Contract}, for hosts from {inspection.Contract} to below {inspection.ContractLimit}");
        table.AddPlainRow("built for", inspection.Main!.TargetFramework ?? "?");
        table.AddPlainRow("main assembly", Path.GetFileName(inspection.Main.Path));
        table.AddPlainRow("entry point", inspection.Main.Mark!.EntryType);
        table.AddPlainRow("SHA-256", $"{inspection.Sha256}");
        table.AddPlainRow("SHA-256, folder", $"{inspection.FolderSha256}");
        foreach (var origin in new[] { ReferenceOrigin.Shared, ReferenceOrigin.Plugin, ReferenceOrigin.Missing })
        {
            AddList(table, $"refers to, {Name(origin)}", inspection.References
                .Where(reference => reference.Origin == origin)
                .Select(reference => $"{reference.Name} {reference.Version}"));
        }

        AddList(table, "private copies", inspection.PrivateCopies);
        AddList(table, "native imports", inspection.NativeImports);
        AddList(table, "native files", inspection.NativeFiles);
        AddList(table, "reaches files", inspection.Reach.Files);
        AddList(table, "reaches network", inspection.Reach.Network);
        AddList(table, "reaches processes", inspection.Reach.Processes);
        AddList(table, "makes or loads code", inspection.Reach.Code);
        AddList(table, "may stay in memory", inspection.UnloadHazards);
        return table;
    }

    private static void AddList(Table table, string title, IEnumerable<string> items)
    {
        var text = string.Join(", ", items);
        if (text.Length > 0)
        {
            table.AddPlainRow(title, text);
        }
    }

    private static string Name(ReferenceOrigin origin) => origin switch
    {
        ReferenceOrigin.Framework => "framework",
        ReferenceOrigin.Shared => "host",
        ReferenceOrigin.Plugin => "plugin",
        _ => "missing",
    };
}
