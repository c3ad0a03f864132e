using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;
using Mpuc.Host.Runs;
using Mpuc.Host.Training;
using Mpuc.Weights;

namespace Mpuc.Host.Reporting.Protocols;

/// <summary>The folder of a comparison or cross-validation.</summary>
/// <param name="Path">The folder's absolute path.</param>
internal sealed record ProtocolFiles(string Path, string Command, int Folds, JsonObject Configuration)
{
    private const string Plan = "protocol.json";

    /// <summary>The folder's name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The folds' folders that exist, in their order.</summary>
    public IReadOnlyList<string> FoldFolders =>
        [
            .. Enumerable.Range(1, Folds)
                .Select(fold => System.IO.Path.Combine(Path, FormattableString.Invariant($"fold-{fold}")))
                .Where(Directory.Exists),
        ];

    /// <summary>Whether a folder is one of a comparison or cross-validation.</summary>
    /// <returns>True where it has a plan.</returns>
    public static bool IsOne(string path) => File.Exists(System.IO.Path.Combine(path, Plan));

    /// <summary>Reads what was asked for.</summary>
    /// <exception cref="MpucException">The plan cannot be read.</exception>
    public static ProtocolFiles Read(string path)
    {
        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        var file = System.IO.Path.Combine(full, Plan);
        var plan = ReportFile.Read(file, text => StrictJson.Parse(text) as JsonObject);
        return plan["command"] is JsonValue command && plan["folds"] is JsonValue folds && plan["configuration"] is JsonObject configuration
            && command.TryGetValue<string>(out var name) && folds.TryGetValue<int>(out var count)
            ? new ProtocolFiles(full, name, Math.Max(1, count), configuration)
            : throw new MpucException($"{file} is damaged, or of another version of mpuc: it names no command, folds and configuration.");
    }

    /// <summary>Reads the results.</summary>
    /// <returns>The results; null before the end.</returns>
    public T? Results<T>(List<Missing> missing)
        where T : class
    {
        var results = ReportFile.ReadIfThere(
            System.IO.Path.Combine(Path, "results.json"),
            text => JsonSerializer.Deserialize<T>(text, EvaluationJson.Options),
            out var problem);
        if (problem is not null)
        {
            missing.Add(new Missing($"{problem} The tables below are made from the single folds."));
        }

        return results;
    }

    /// <summary>A setting of the configuration.</summary>
    /// <returns>The text; empty where it is none.</returns>
    public string Setting(params ReadOnlySpan<string> names)
    {
        JsonNode? node = Configuration;
        foreach (var name in names)
        {
            node = (node as JsonObject)?[name];
        }

        return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node?.ToJsonString() ?? string.Empty;
    }

    /// <summary>What is missing of an unfinished protocol.</summary>
    public Missing Unfinished(string done) => new(
        $"The {(Command == "compare" ? "comparison" : "cross-validation")} has not ended: {done}. The command that began it continues it:",
        $"mpuc {Command} CONFIG{(Folds > 1 ? FormattableString.Invariant($" --folds {Folds}") : string.Empty)} --output "
            + $"{ReportText.Shell(Path)}");

    /// <summary>The curves of the folds' contrastive trainings.</summary>
    /// <param name="folder">The training's folder within a fold's; empty where they are the same.</param>
    public IReadOnlyList<(string Name, IReadOnlyList<EpochMetrics> Metrics)> Trainings(string folder) =>
    [
        .. FoldFolders.Select(fold =>
            (System.IO.Path.GetFileName(fold), new MetricsFile(System.IO.Path.Combine(fold, folder, "metrics.jsonl")).Read()))
            .Where(fold => fold.Item2.Count > 0),
    ];
}
