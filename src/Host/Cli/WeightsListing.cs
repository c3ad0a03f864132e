using System.Globalization;
using System.Text.Json.Nodes;
using Mpuc.Host.Cli.Plugins;
using Mpuc.Host.Plugins;
using Mpuc.Weights;
using Spectre.Console;

namespace Mpuc.Host.Cli;

/// <summary><c>mpuc weights list</c>.</summary>
internal sealed class WeightsListing(PluginCatalog catalog)
{
    /// <summary>Lists the registered weights.</summary>
    public void Write(TextWriter output, bool json)
    {
        if (json)
        {
            output.WriteJson(new JsonArray([.. catalog.Weights.Select(ToJson)]));
        }
        else if (catalog.Weights.Count == 0)
        {
            output.WriteLine("No plugin registers pretrained weights.");
        }
        else
        {
            WriteTable(output);
        }
    }

    /// <summary>A state as programs and people read it.</summary>
    public static string Name(WeightsState state) => state switch
    {
        WeightsState.Fetched => "fetched",
        WeightsState.Available => "available",
        _ => "byPath",
    };

    private JsonNode ToJson(OfferedWeights offer)
    {
        var weights = offer.Weights;
        var file = catalog.Store.FileOf(weights);
        return new JsonObject
        {
            ["name"] = weights.Name,
            ["description"] = weights.Description,
            ["license"] = weights.License,
            ["origin"] = weights.Origin,
            ["sha256"] = weights.Sha256,
            ["state"] = Name(catalog.Store.StateOf(weights)),
            ["package"] = weights.Package is { } package
                ? new JsonObject { ["name"] = package.Package, ["version"] = package.Version, ["path"] = package.Path }
                : null,
            ["file"] = file,
            ["size"] = file is null ? null : SizeOf(file),
            ["without"] = weights.Without,
            ["plugin"] = offer.Plugin,
        };
    }

    private void WriteTable(TextWriter output)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Name", "State", "Size", "License", "From", "Without it", "Plugin");
        foreach (var (weights, plugin) in catalog.Weights.Select(offer => (offer.Weights, offer.Plugin)))
        {
            table.AddPlainRow(
                weights.Name,
                Name(catalog.Store.StateOf(weights)),
                catalog.Store.FileOf(weights) is { } file ? Readable(SizeOf(file)) : string.Empty,
                weights.License,
                weights.Package is { } package ? $"npm {package.Package} {package.Version}" : weights.Origin,
                weights.Without,
                plugin);
        }

        output.WriteTable(table);
    }

    private static long SizeOf(string file) => WeightsReader.FilesOf(file).Sum(part => new FileInfo(part).Length);

    private static string Readable(long bytes) => bytes < 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.0} MiB");
}
