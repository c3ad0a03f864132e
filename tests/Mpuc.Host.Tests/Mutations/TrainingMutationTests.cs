using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Protocol;
using Mpuc.Host.Reporting.Pages;
using Mpuc.Host.Reporting.Protocols;
using Mpuc.Host.Runs;
using Mpuc.Host.Tests.Evaluation;
using Mpuc.Host.Training.Checkpoints;
using Mpuc.Weights.Safetensors;
using TorchSharp;

namespace Mpuc.Host.Tests.Mutations;

/// <summary>What runs, their evaluations and comparisons leave behind: read, or refused in a sentence that names the file.</summary>
[TestFixture]
internal sealed class TrainingMutationTests
{
    private const string Manifest =
        """
        {"program":"1.0","configurationSha256":"ab","dataSha256":"cd","seed":7,"device":"cpu","threads":2,"objective":"paper","unsupervised":true,"libraries":{"TorchSharp":"0.107"},
         "modalities":[{"name":"voice","kind":"audio","plugin":{"id":"a","version":"1","sha256":"ef"},"backbone":"tcn","backbonePlugin":{"id":"a","version":"1","sha256":"ef"}}],
         "updates":[{"step":3,"changes":["a"]}],"training":[{"id":"a","group":"g"}],"validation":[],"test":[{"id":"b","group":""}],"warnings":["w"]}
        """;

    private const string Metrics =
        """
        {"split":"training","epoch":1,"step":3,"loss":1.5,"pairs":{"a>b":0.5},"learningRate":0.001,"seconds":1,"recordingsPerSecond":2.5}
        {"split":"validation","epoch":1,"step":3,"loss":1e-3,"pairs":{},"learningRate":0,"seconds":0.25,"recordingsPerSecond":9}

        """;

    private const string Plan = """{"command":"compare","folds":5,"configuration":{"seed":7,"data":{"kind":"manifest"}}}""";

    private static IEnumerable<Parser> Parsers =>
    [
        Parser.OfFile("checkpoints", "a.safetensors", () => [Checkpoint()], Read),
        Parser.OfFile("metadata of checkpoints", "a.safetensors", () => [Metadata()], Read) with
        {
            IsText = true,
            Open = scratch => bytes => Read(scratch.Write("a.safetensors", [.. BitConverter.GetBytes((long)bytes.Length), .. bytes])),
        },
        new("manifests of runs", () => Bytes(Manifest), scratch =>
        {
            var directory = RunDirectory.Open(Run(scratch));
            return bytes =>
            {
                scratch.Write("manifest.json", bytes);
                RequireWhole(RunManifest.Read(directory));
            };
        }) { IsText = true, Subject = "manifest.json", Tokens = ["\"plugin\":", "\"updates\":", "null", "\"id\":"] },
        Parser.OfFile(
            "metrics of epochs", "metrics.jsonl", () => Bytes(Metrics), path => new MetricsFile(path).Read()) with { IsText = true },
        Parser.OfFile(
            "evaluations",
            "evaluation.json",
            () => Bytes(JsonSerializer.Serialize(EvaluationTablesTests.Result, EvaluationJson.Options)),
            path => RequireWhole(ProtocolFolder.Read<EvaluationResult>(path))) with { IsText = true },
        Parser.OfFile("reported evaluations", "evaluation.json", () => Bytes(JsonSerializer.Serialize(EvaluationTablesTests.Result, EvaluationJson.Options)), path =>
            RequireWhole(
                ReportFile.Read(
                    path, text => JsonSerializer.Deserialize<EvaluationResult>(text, EvaluationJson.Options)))) with { IsText = true },
        new("plans of protocols", () => Bytes(Plan), scratch => bytes =>
        {
            scratch.Write("protocol.json", bytes);
            ProtocolFiles.Read(scratch.Folder).Setting("data", "kind");
        }) { IsText = true, Subject = "protocol.json", Tokens = ["\"command\":", "\"folds\":", "\"configuration\":"] },
    ];

    [TestCaseSource(nameof(Parsers))]
    public void Damaged_files_of_runs_are_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Few);

    [TestCaseSource(nameof(Parsers))]
    [Category("Slow")]
    public void A_million_damaged_files_of_runs_are_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Many);

    private static void Read(string path)
    {
        using var checkpoint = Host.Training.Checkpoints.Checkpoint.Open(path);
        using var scope = torch.NewDisposeScope();
        checkpoint.ReadStatistics();
        checkpoint.Check(checkpoint.Identity);
        if (checkpoint.State.Totals is null || checkpoint.Contexts.Values.Any(context => context?.FrameShape is null))
        {
            throw new InvalidOperationException("A part is missing.");
        }
    }

    // What has no value is a surprise for whoever uses it later.
    private static void RequireWhole(RunManifest manifest)
    {
        if (manifest is { Program: null } or { Libraries: null } or { Modalities: null } or { Training: null } or { Warnings: null } or { Updates: null })
        {
            throw new InvalidOperationException("A part is missing.");
        }
    }

    private static void RequireWhole(EvaluationResult result)
    {
        if (result is { Run: null } or { Metrics: null } or { Modalities: null } or { Measurements: null } or { Confusion: null })
        {
            throw new InvalidOperationException("A part is missing.");
        }
    }

    private static string Run(Scratch scratch)
    {
        scratch.Write("manifest.json", Encoding.UTF8.GetBytes(Manifest));
        scratch.Write("config.json", "{}"u8);
        return scratch.Folder;
    }

    private static Dictionary<string, string> Facts(string checksum) => new(StringComparer.Ordinal)
    {
        ["mpuc.format"] = "1",
        ["mpuc.state"] = """{"epoch":2,"batches":1,"step":9,"totals":{},"firstLoss":1.5,"bestLoss":null,"bestEpoch":0}""",
        ["mpuc.contexts"] = """{"voice":{"frameShape":[16],"windowFrames":30}}""",
        ["mpuc.identity"] = """{"modalities":"voice","voice.kind":"audio"}""",
        ["mpuc.sha256"] = checksum,
    };

    private static byte[] Checkpoint()
    {
        using var scratch = new Scratch();
        using var values = torch.arange(6, dtype: torch.float32);
        var tensors = new Dictionary<string, torch.Tensor> { ["model.a"] = values, ["statistics.voice"] = values };
        SafetensorsFile.Write(scratch.File("a"), tensors, Facts(TensorChecksum.Of(tensors.Select(tensor => (tensor.Key, tensor.Value)))));
        return File.ReadAllBytes(scratch.File("a"));
    }

    private static byte[] Metadata() =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, object> { ["__metadata__"] = Facts(Convert.ToHexStringLower(SHA256.HashData([]))) });

    private static byte[][] Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
