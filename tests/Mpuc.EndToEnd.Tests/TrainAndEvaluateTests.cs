using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>The main job on a data set that the test writes: a run folder after training, one JSON object after evaluation.</summary>
public sealed class TrainAndEvaluateTests
{
    private static readonly string[] RequiredKeys = ["accuracy", "floorAccuracy", "modalities", "testGroups", "classes", "confusion"];

    private readonly TinySet _set = new();
    private ProgramRun _training = null!;
    private ProgramRun _evaluation = null!;

    [OneTimeSetUp]
    public void TrainAndEvaluate()
    {
        _training = _set.Train();
        _evaluation = ProgramRun.Of("evaluate", _set.Output, "--json");
    }

    [OneTimeTearDown]
    public void RemoveTheSet() => _set.Dispose();

    [Test]
    public void Training_ends_well_and_leaves_the_resolved_configuration_the_metrics_and_a_checkpoint() => Assert.Multiple(() =>
    {
        Assert.That(_training.ExitCode, Is.Zero, _training.ToString());
        Assert.That(Path.Combine(_set.Output, "config.json"), Does.Exist);
        Assert.That(
            File.ReadLines(Path.Combine(_set.Output, "metrics.jsonl")).Select(line => JsonNode.Parse(line)), Is.Not.Empty.And.All.Not.Null);
        Assert.That(
            Directory.GetFiles(Path.Combine(_set.Output, "checkpoints"), "*.safetensors", SearchOption.AllDirectories), Is.Not.Empty);
    });

    [Test]
    public void Evaluation_prints_one_json_object_with_everything_that_a_script_needs()
    {
        var result = _evaluation.Json.AsObject();
        Assert.Multiple(() =>
        {
            Assert.That(_evaluation.ExitCode, Is.Zero, _evaluation.ToString());
            Assert.That(RequiredKeys.Where(key => !result.ContainsKey(key)), Is.Empty, _evaluation.Output);
            Assert.That(result["accuracy"]!.GetValue<double>(), Is.InRange(0, 1));
            Assert.That(result["floorAccuracy"]!.GetValue<double>(), Is.InRange(0, 1));
            Assert.That(Texts(result["testGroups"]!), Is.EqualTo(new[] { "cat" }));
            Assert.That(Texts(result["classes"]!), Is.EquivalentTo(new[] { "calm", "cheerful" }));
            Assert.That(result["modalities"]!.AsObject().Select(modality => modality.Key), Is.EquivalentTo(new[] { "voice", "face" }));
        });
    }

    [Test]
    public void The_confusion_matrix_counts_every_test_recording_once()
    {
        var confusion = _evaluation.Json["confusion"]!.AsArray()
            .Select(row => row!.AsArray().Select(cell => cell!.GetValue<int>()).ToArray())
            .ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(confusion, Has.Length.EqualTo(2).And.All.Length.EqualTo(2));
            Assert.That(confusion.Sum(row => row.Sum()), Is.EqualTo(8));
        });
    }

    [Test]
    public void A_class_is_told_by_either_modality_of_so_simple_a_set() =>
        Assert.That(_evaluation.Json["accuracy"]!.GetValue<double>(), Is.GreaterThanOrEqualTo(0.75), _evaluation.Output);

    [Test]
    public void A_report_holds_the_run_and_a_map_of_features_extracted_anew()
    {
        var output = _set["report.html"];
        var run = ProgramRun.Of("report", _set.Output, "--output", output);
        var page = File.ReadAllText(output);
        Assert.Multiple(() =>
        {
            Assert.That((run.ExitCode, run.Output.Trim()), Is.EqualTo((0, output)), run.ToString());
            Assert.That(page, Does.Contain("id=\"confusion\"").And.Contain("id=\"retrieval-recall\"").And.Contain("voice → face"));
            Assert.That(
                page,
                Does.Contain("id=\"map-tsne-label\"").And.Contain("id=\"map-pca-group\"").And.Contain("The features of 24 recordings"));
            Assert.That(page, Does.Not.Contain("class=\"notice\""));
        });
    }

    [Test]
    public void A_second_run_into_the_same_folder_is_refused_and_the_first_stays_as_it_is()
    {
        var before = Contents();
        var run = _set.Train();
        Refusal.Check(run, _set.Output);
        Assert.That(Contents(), Is.EqualTo(before));
    }

    [Test]
    public void Several_processes_are_refused_in_a_sentence_and_nothing_is_written()
    {
        using var set = new TinySet();

        var run = ProgramRun.Of("train", set.Configuration, "--output", set.Output, "--processes", "2");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error.Trim(), Does.StartWith("--processes is 2, but this version trains with one process;").And.Not.Contain("\n"));
        Assert.That(Directory.Exists(set.Output), Is.False);
    }

    [Test]
    public void A_folder_without_a_run_is_refused_with_its_name()
    {
        using var scratch = new Scratch();
        Refusal.Check(ProgramRun.Of("evaluate", scratch.Folder, "--json"), scratch.Folder);
    }

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(text => text!.GetValue<string>());

    private Dictionary<string, long> Contents() =>
        Directory.GetFiles(_set.Output, "*", SearchOption.AllDirectories).ToDictionary(file => file, file => new FileInfo(file).Length);
}
