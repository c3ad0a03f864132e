using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>
/// The preset for trying CMU-MOSEI on the small set that h5py wrote: four videos, eleven segments, some of them incomplete.
/// </summary>
public sealed class MoseiTests
{
    private static readonly string[] Emotions = ["anger", "disgust", "fear", "happy", "sad", "surprise"];
    private static readonly string Set = Path.Combine(Repository.Root, "tests", "golden", "mosei", "set");
    private static readonly string Preset = Path.Combine(Repository.Root, "examples", "mosei-quick.json");

    private readonly Scratch _scratch = new();

    [OneTimeTearDown]
    public void RemoveTheRuns() => _scratch.Dispose();

    [Test]
    public void A_run_is_trained_and_evaluated_and_its_features_extracted()
    {
        var trained = Run("train", "--set", "data.split.testFraction=0.5", "--output", _scratch["run"]);
        var evaluated = ProgramRun.Of("evaluate", _scratch["run"], "--json");
        var extracted = ProgramRun.Of("extract", _scratch["run"], "--output", _scratch["features.csv"]);
        Assert.That(trained.ExitCode, Is.Zero, trained.ToString());
        Assert.That(evaluated.ExitCode, Is.Zero, evaluated.ToString());
        Assert.That(extracted.ExitCode, Is.Zero, extracted.ToString());
        var metrics = evaluated.Json["metrics"]!;
        Assert.Multiple(() =>
        {
            Assert.That(trained.Error, Does.Contain("4 of 11 recordings have no source 'covarep' and take no part in its pairs."));
            Assert.That(metrics["task"]!.GetValue<string>(), Is.EqualTo("multiLabel"));
            Assert.That(metrics["threshold"]!.GetValue<double>(), Is.EqualTo(0.5));
            Assert.That(metrics["classes"]!.AsObject().Select(emotion => emotion.Key), Is.SubsetOf(Emotions));
            Assert.That(
                File.ReadLines(_scratch["features.csv"]).Skip(1).Select(line => line[..line.IndexOf(',')]).ToArray(),
                Has.Length.EqualTo(11).And.Contains("103042[1]"));
        });
    }

    [Test]
    public void A_comparison_has_every_emotion_and_the_papers_figures_beside_them()
    {
        var run = Run(
            "compare",
            "--folds",
            "2",
            "--group",
            "video",
            "--methods",
            "majority,lateFusion,contrastive",
            "--output",
            _scratch["table"],
            "--json");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        var (rows, published) = (run.Json["rows"]!.AsArray(), run.Json["published"]!.AsArray());
        Assert.Multiple(() =>
        {
            Assert.That(run.Json["testRecordings"]!.GetValue<int>(), Is.EqualTo(11));
            Assert.That(rows.Select(row => row!["classes"]!.AsObject().Select(emotion => emotion.Key)), Has.All.EquivalentTo(Emotions));
            Assert.That(rows.Select(row => row!["meanBinaryWeightedF1"]!["mean"]!.GetValue<double>()), Has.All.InRange(0, 1));
            Assert.That(
                published.Where(figure => figure!["method"]!.GetValue<string>() == "contrastive").Select(Surprise),
                Is.EqualTo(new[] { 0.503, 0.6293 }));
            Assert.That(published.Select(figure => figure!["quoted"]!.GetValue<bool>()), Has.All.True);
            Assert.That(
                File.ReadAllText(Path.Combine(_scratch["table"], "results.md")),
                Does.Contain("(quoted)").And.Contain("| surprise | overall |"));
        });
    }

    [Test]
    public void Folds_that_the_data_set_has_not_are_refused_with_what_would_be_right() => Refusal.Check(
        Run("train", "--set", "data.split.by=given", "--output", _scratch["none"]),
        "assigns the recording '-wny0OAz3g8[0]' to no split",
        "set data.split.by to 'group'");

    private static double Surprise(JsonNode? figure) => figure!["classes"]!["surprise"]!["weightedAccuracy"]!.GetValue<double>();

    private static ProgramRun Run(string command, params string[] further) => ProgramRun.Of(
    [
        command,
        Preset,
        "--set",
        $"data.root={Set}",
        "--set",
        "training.batchSize=4",
        "--set",
        "training.epochs=2",
        "--set",
        "evaluation.probeEpochs=3",
        "--set",
        "runtime.threads=1",
        .. further,
    ]);
}
