using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;
using Mpuc.Host.Runs;

namespace Mpuc.Host.Reporting.Runs;

/// <summary>What determined a run: its manifest, its configuration, and the commands that make it again.</summary>
internal static class SetupSection
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the section.</summary>
    public static ReportSection Of(RunFiles files)
    {
        var manifest = files.Manifest;
        return new ReportSection(
            "setup",
            "Setup",
            "Two runs with equal hashes, seed, threads and libraries on the same machine have equal weights.",
            Html.Of(
                $"""
                {Warnings(manifest.Warnings)}
                <div class="card facts"><h3>Manifest</h3>{Facts(manifest).ToHtml()}</div>
                <div class="card"><h3>Modalities</h3>{Modalities(manifest).ToHtml()}</div>
                <div class="card"><h3>Split</h3>{Split(manifest).ToHtml()}</div>
                <div class="card"><h3>Make it again</h3><pre>{Commands(files)}</pre></div>
                <details><summary>Configuration, every default filled in</summary>{Json(files.Configuration)}</details>
                <details><summary>Manifest as JSON, every recording listed</summary><pre>{manifest.ToJson()}</pre></details>
                """));
    }

    /// <summary>JSON for people.</summary>
    public static Html Json(JsonNode json) => Html.Of($"<pre>{json.ToJsonString(Readable)}</pre>");

    private static Html Warnings(IReadOnlyList<string> warnings) => Missing.Notice([.. warnings.Select(warning => new Missing(warning))]);

    private static DataTable Facts(RunManifest manifest) => new(
        "What determined the run",
        ["fact", "value"],
        [
            new DataRow("program", manifest.Program),
            new DataRow("objective", $"{manifest.Objective}, {(manifest.Unsupervised ? "no label read" : "labels read: supervised")}"),
            new DataRow("seed", ReportText.Count(manifest.Seed)),
            new DataRow("device", $"{manifest.Device}, {ReportText.Count(manifest.Threads, "thread")}"),
            new DataRow("configuration, SHA-256", manifest.ConfigurationSha256),
            new DataRow("data, SHA-256", manifest.DataSha256),
            .. manifest.Libraries.Select(library => new DataRow(library.Key, library.Value)),
        ])
    {
        Words = 2,
    };

    private static DataTable Modalities(RunManifest manifest) => new(
        "The plugins of each modality",
        ["modality", "kind", "backbone", "plugin", "SHA-256"],
        [
            .. manifest.Modalities.Select(modality => new DataRow(
                modality.Name,
                modality.Kind,
                modality.Backbone,
                $"{modality.Plugin.Id} {modality.Plugin.Version}",
                modality.Plugin.Sha256[..Math.Min(16, modality.Plugin.Sha256.Length)])),
        ])
    {
        Words = 5,
    };

    private static DataTable Split(RunManifest manifest) => new(
        "Recordings and groups on each side",
        ["side", "groups", "recordings"],
        [.. new[] { ("training", manifest.Training), ("validation", manifest.Validation), ("test", manifest.Test) }.Select(side => new DataRow(
            side.Item1,
            string.Join(
                ", ",
                side.Item2.Select(recording => recording.Group)
                    .Where(group => group.Length > 0)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)),
            ReportText.Count(side.Item2.Count)))])
    {
        Words = 2,
    };

    private static string Commands(RunFiles files)
    {
        var run = ReportText.Shell(files.Directory.Path);
        return $"mpuc train {run}/config.json --output NEW-FOLDER\nmpuc evaluate NEW-FOLDER\nmpuc report NEW-FOLDER --output report.html";
    }
}
