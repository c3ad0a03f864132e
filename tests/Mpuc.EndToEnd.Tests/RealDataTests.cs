using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>The commands that the README shows, on the data that they name, for one epoch.</summary>
[Category("Slow")]
public sealed class RealDataTests
{
    [Test]
    public void Audio_and_action_units_of_all_actors_are_trained_and_evaluated_on_the_held_out_actors()
    {
        var result = TrainAndEvaluate("ravdess-audio-au.json", "data.root=" + SharedData("ravdess"));
        Assert.Multiple(() =>
        {
            Assert.That(Texts(result["testGroups"]), Is.EqualTo(new[] { "05", "19", "22" }));
            Assert.That(Texts(result["classes"]), Has.Count.EqualTo(8));
            Assert.That(
                result["accuracy"]!.GetValue<double>(), Is.GreaterThan(0.3), "chance is 0.133, untrained encoders reach about 0.62");
        });
    }

    [Test]
    public void Three_tables_are_three_modalities_of_one_plugin()
    {
        var folder = SharedData("mosi");
        string[] tables = ["text", "audio", "video"];
        var result = TrainAndEvaluate(
            "mosi-vectors.json",
            [$"data.root={folder}/labels.csv", .. tables.Select(name => $"modalities.{name}.table={folder}/{name}.csv")]);
        Assert.Multiple(() =>
        {
            Assert.That(result["modalities"]!.AsObject().Select(modality => modality.Key), Is.EquivalentTo(tables));
            Assert.That(result["accuracy"]!.GetValue<double>(), Is.GreaterThan(0.5));
        });
    }

    [Test]
    public void Two_folds_of_ravdess_give_every_method_its_row_and_the_papers_figures_beside()
    {
        using var scratch = new Scratch();
        var run = ProgramRun.Of(
            "compare", "examples/ravdess-audio-au.json", "--set", "data.root=" + SharedData("ravdess"), "--folds", "2", "--json",
            "--set", "training.epochs=1", "--set", "evaluation.probeEpochs=20", "--output", scratch["table"]);

        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        var rows = run.Json["rows"]!.AsArray().ToLookup(
            row => row!["method"]!.GetValue<string>(), row => row!["accuracy"]!["mean"]!.GetValue<double>());
        Assert.Multiple(() =>
        {
            Assert.That(run.Json["testRecordings"]!.GetValue<int>(), Is.EqualTo(1440));
            Assert.That(rows["unimodal"].Count(), Is.EqualTo(2));
            Assert.That(rows["contrastive"].Count(), Is.EqualTo(3));
            Assert.That(rows["noEncoder"].Single(), Is.InRange(0.55, 0.8));
            Assert.That(rows["majority"].Single(), Is.EqualTo(192 / 1440.0).Within(1e-9));
            Assert.That(run.Json["published"]!.AsArray().Select(figure => figure!["quoted"]!.GetValue<bool>()), Is.Not.Empty.And.All.True);
        });
    }

    private static string SharedData(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(Repository.Shared, "data", name));
        if (!Directory.Exists(folder))
        {
            Assert.Ignore($"../shared/data/{name} is absent");
        }

        return folder;
    }

    private static JsonNode TrainAndEvaluate(string example, params string[] settings)
    {
        using var scratch = new Scratch();
        var sets = settings.Append("training.epochs=1").SelectMany(setting => new[] { "--set", setting });
        var training = ProgramRun.Of(["train", Path.Combine("examples", example), "--output", scratch["run"], .. sets]);
        Assert.That(training.ExitCode, Is.Zero, training.ToString());
        var evaluation = ProgramRun.Of("evaluate", scratch["run"], "--json");
        Assert.That(evaluation.ExitCode, Is.Zero, evaluation.ToString());
        return evaluation.Json;
    }

    private static List<string> Texts(JsonNode? list) => [.. list!.AsArray().Select(text => text!.GetValue<string>())];
}
