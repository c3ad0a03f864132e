using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Inference.Bundles;
using Mpuc.Host.Inference.Classification;
using Mpuc.Host.Inference.Search;
using Mpuc.Host.Tests.Inference.Bundles;
using Mpuc.Weights;
using Mpuc.Weights.Safetensors;
using TorchSharp;

namespace Mpuc.Host.Tests.Mutations;

/// <summary>Bundles and indexes, which come from anywhere: opened, or refused in a sentence that names them.</summary>
[TestFixture]
internal sealed class InferenceMutationTests
{
    private const int Dimensions = 4;

    private static readonly BundleTask Task = new()
    {
        Label = "mood", Kind = TaskKind.SingleLabel, Threshold = 0.5, Classes = ["calm", "glad"], Frequencies = [0.5, 0.5], Subsets = [],
    };

    private static IEnumerable<Parser> Parsers =>
    [
        Parser.OfBytes(
            "manifests of bundles",
            () => [Manifest()],
            bytes => BundleManifest.Parse(Encoding.UTF8.GetString(bytes), "toy.zip").Check("toy.zip")) with { IsText = true,
            Subject = "toy.zip" },
        new("zipped bundles", () => [Zip()], scratch => bytes =>
        {
            using var target = new Scratch();
            BundleArchive.Unpack(scratch.Write("toy.zip", bytes), target.Folder);
        }) { Subject = "toy.zip", Tokens = ["bundle.json", "../bundle.json", "config.json", "PK\u0005\u0006"] },
        new(
            "classifiers of bundles",
            () => [Encoding.UTF8.GetBytes(Header())],
            scratch =>
                bytes =>
                    Load(
                        scratch.Write(
                            "c.safetensors",
                            [.. BitConverter.GetBytes((long)bytes.Length), .. bytes, .. new byte[Floats * sizeof(float)]])))
            { IsText = true, Subject = "c.safetensors" },
        new(
            "manifests of indexes",
            () => [Index("index.json")],
            scratch => bytes => ReadIndex(scratch, "index.json", bytes)) { IsText = true, Subject = "index" },
        new(
            "recordings of indexes",
            () => [Index("recordings.jsonl")],
            scratch => bytes => ReadIndex(scratch, "recordings.jsonl", bytes)) { IsText = true, Subject = "index" },
        new(
            "vectors of indexes",
            () => [Index("vectors.safetensors")],
            scratch => bytes => ReadIndex(scratch, "vectors.safetensors", bytes)) { Subject = "index" },
    ];

    private static int Floats => (2 * Backbone.FeatureSize) + (3 * Backbone.FeatureSize) + 3 + (2 * 3) + 2;

    [TestCaseSource(nameof(Parsers))]
    public void A_damaged_bundle_or_index_is_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Few);

    [TestCaseSource(nameof(Parsers))]
    [Category("Slow")]
    public void A_million_damaged_bundles_and_indexes_are_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Many);

    private static void Load(string path)
    {
        using var scope = torch.NewDisposeScope();
        using var classifier = SubsetClassifier.Load(path, Task, ["voice"]);
    }

    // With the hashes that its files should have, as whoever sends an index can write them.
    private static void ReadIndex(Scratch scratch, string name, byte[] bytes)
    {
        var index = scratch.File("index");
        if (!Directory.Exists(index))
        {
            WriteIndex(scratch);
            File.Copy(Path.Combine(index, "index.json"), scratch.File("whole.json"));
        }

        File.WriteAllBytes(Path.Combine(index, name), bytes);
        if (name != "index.json")
        {
            var manifest = JsonNode.Parse(File.ReadAllText(scratch.File("whole.json")))!;
            var listed = manifest["files"]!.AsArray().Single(file => (string?)file!["name"] == name)!;
            (listed["bytes"], listed["sha256"]) = (bytes.Length, FileHash.OfFile(Path.Combine(index, name)));
            File.WriteAllText(Path.Combine(index, "index.json"), manifest.ToJsonString());
        }

        using var opened = SearchIndex.Open(index, _ => []);
        opened.Search([[1, 2, 3, 4]], 2, CancellationToken.None);
    }

    private static void WriteIndex(Scratch scratch)
    {
        using var writer = new IndexWriter(["voice"]);
        foreach (var number in new[] { 1, 2 })
        {
            var embedding = torch.tensor([1f, number, 0.5f, -1], [1, Dimensions]);
            writer.Add(
                new IndexedRecording($"r{number}", [$"/data/r{number}.mp4"]),
                new Dictionary<string, torch.Tensor> { ["voice"] = embedding });
        }

        writer.Write(IndexWriter.Check(scratch.File("index")), FakeBundle.Write(scratch.File("bundle")));
    }

    private static byte[] Index(string name)
    {
        using var scratch = new Scratch();
        WriteIndex(scratch);
        return File.ReadAllBytes(Path.Combine(scratch.File("index"), name));
    }

    private static byte[] Manifest()
    {
        using var scratch = new Scratch();
        return File.ReadAllBytes(Path.Combine(FakeBundle.Write(scratch.File("toy")), "bundle.json"));
    }

    private static byte[] Zip()
    {
        using var scratch = new Scratch();
        using var bytes = new MemoryStream();
        BundleArchive.Pack(FakeBundle.Write(scratch.File("toy")), bytes);
        return bytes.ToArray();
    }

    private static string Header()
    {
        using var scratch = new Scratch();
        var features = Backbone.FeatureSize;
        using var scope = torch.NewDisposeScope();
        var shapes = new (string Name, long[] Shape)[]
        {
            ("mean", [features]),
            ("deviation", [features]),
            ("hidden.weight", [3, features]),
            ("hidden.bias", [3]),
            ("output.weight", [2, 3]),
            ("output.bias", [2]),
        };
        SafetensorsFile.Write(
            scratch.File("c"),
            shapes.ToDictionary(entry => $"head.0.{entry.Name}", entry => torch.zeros(entry.Shape)),
            new Dictionary<string, string> { ["subsets"] = """[["voice"]]""" });
        var whole = File.ReadAllBytes(scratch.File("c"));
        return Encoding.UTF8.GetString(whole, sizeof(long), (int)BitConverter.ToInt64(whole));
    }
}
