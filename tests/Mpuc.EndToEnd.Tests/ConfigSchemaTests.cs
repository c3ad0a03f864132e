using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>
/// The JSON Schema of configurations and 'mpuc config validate' are of one opinion, by a validator that is not ours: Debian's
/// python3-jsonschema.
/// </summary>
[TestFixture]
internal sealed class ConfigSchemaTests
{
    private const string Python = "/usr/bin/python3";

    private const string Validator =
        """
        import json, sys
        from jsonschema import Draft202012Validator
        schema = json.load(open(sys.argv[1]))
        Draft202012Validator.check_schema(schema)
        print(json.dumps([Draft202012Validator(schema).is_valid(json.load(open(path))) for path in sys.argv[2:]]))
        """;

    private static readonly JsonDocumentOptions WithComments = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly string[] Wrong =
    [
        """{}""",
        """{ "modalities": {} }""",
        """{ "modalities": { "audio": {} } }""",
        """{ "modalities": { "audio": { "kind": "sound" } } }""",
        """{ "modalities": { "1st": { "kind": "audio" } } }""",
        """{ "modalities": { "audio": { "kind": "audio", "option": {} } } }""",
        """{ "modalities": { "audio": { "kind": "audio", "options": { "bands": 0 } } } }""",
        """{ "modalities": { "audio": { "kind": "audio", "options": { "bands": "80" } } } }""",
        """{ "modalities": { "audio": { "kind": "audio", "options": { "bands": 80.5 } } } }""",
        """{ "modalities": { "audio": { "kind": "audio", "options": { "melScale": "bark" } } } }""",
        """{ "modalities": { "audio": { "kind": "audio", "backbone": { "name": "transformer" } } } }""",
        """{ "modalities": { "audio": { "kind": "audio", "backbone": { "name": "conv", "options": { "hidden": 5 } } } } }""",
        """{ "modalities": { "audio": { "kind": "audio", "normalization": "all" } } }""",
        """{ "modalities": { "audio": { "kind": "audio" } }, "training": { "epoch": 5 } }""",
        """{ "modalities": { "audio": { "kind": "audio" } }, "training": { "epochs": -5 } }""",
        """{ "modalities": { "audio": { "kind": "audio" } }, "training": [] }""",
        """{ "modalities": { "audio": { "kind": "audio" } }, "data": { "kind": "tapes" } }""",
        """{ "modalities": { "audio": { "kind": "audio" } }, "plugins": { "allow": "all" } }""",
        """{ "modalities": { "audio": { "kind": "audio" } }, "objective": { "pairWeights": { "audio>audio": -1 } } }""",
        """{ "modalities": { "audio": { "kind": "audio" } }, "baselines": { "unimodal": { "audio": { "epochs": 0.5 } } } }""",
        """{ "$schema": 5, "modalities": { "audio": { "kind": "audio" } } }""",
    ];

    private static readonly string[] Right =
    [
        """{ "modalities": { "audio": { "kind": "audio" } } }""",
        """{ "$schema": "./mpuc.schema.json", "seed": 7, "modalities": { "a": { "kind": "audio" }, "b": { "kind": "text", "options": { "frameRate": 5 } } } }""",
        """{ "modalities": { "audio": { "kind": "audio", "options": { "bands": 80.0 }, "backbone": { "name": "conv", "options": { "stride": 1 } } } } }""",
        """{ "modalities": { "a": { "kind": "audio" } }, "objective": { "variant": "clip", "pairWeights": { "a>a": 0.5 } }, "plugins": { "folders": [] } }""",
    ];

    private Scratch _scratch = null!;

    [SetUp]
    public void MakeFolder() => _scratch = new Scratch();

    [TearDown]
    public void DeleteFolder() => _scratch.Dispose();

    [Test]
    public void Every_example_is_valid()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "examples"), "*.json");
        var plain = files.Select(file =>
            _scratch.Write(Path.GetFileName(file), JsonNode.Parse(File.ReadAllText(file), documentOptions: WithComments)!.ToJsonString()));

        var valid = Validate([.. plain]);

        Assert.That(files.Zip(valid).Where(file => !file.Second).Select(file => Path.GetFileName(file.First)), Is.Empty);
    }

    [Test]
    public void The_schema_and_the_program_agree_on_what_is_right_and_wrong()
    {
        string[] files = [.. Right.Concat(Wrong).Select((json, index) => _scratch.Write($"{index}.json", json))];

        var bySchema = Validate(files);

        Assert.That(bySchema, Is.EqualTo(Right.Select(_ => true).Concat(Wrong.Select(_ => false))));
        foreach (var index in new[] { 0, 1, 2, 3, 4, 7, 9, 11, 14, 17, 23, 24 })
        {
            var run = ProgramRun.Of("config", "validate", files[index]);
            Assert.That(run.ExitCode == 0, Is.EqualTo(bySchema[index]), $"{File.ReadAllText(files[index])}\n{run}");
        }
    }

    private bool[] Validate(string[] files)
    {
        if (!File.Exists(Python))
        {
            Assert.Ignore($"There is no {Python} to run the validator.");
        }

        var schema = ProgramRun.Of("config", "schema");
        Assert.That(schema.ExitCode, Is.Zero, schema.ToString());
        var script = _scratch.Write("validate.py", Validator);
        var run = ProgramRun.Of(new ProcessStartInfo(Python, [script, _scratch.Write("schema.json", schema.Output), .. files]));
        if (run.Error.Contains("ModuleNotFoundError", StringComparison.Ordinal))
        {
            Assert.Ignore("Debian's package python3-jsonschema is not installed.");
        }

        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        return run.Json.Deserialize<bool[]>()!;
    }
}
