using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>A cross-validation on a data set that the test writes.</summary>
public sealed class CrossvalTests
{
    private readonly TinySet _set = new();
    private ProgramRun _run = null!;

    [OneTimeSetUp]
    public void CrossValidate()
    {
        _set.Configure(json => json["evaluation"] = new JsonObject { ["probeEpochs"] = 10 });
        _run = Run("--group", "speaker");
    }

    [OneTimeTearDown]
    public void RemoveTheSet() => _set.Dispose();

    [Test]
    public void Every_speaker_is_held_out_once_and_each_fold_is_a_run()
    {
        Assert.That(_run.ExitCode, Is.Zero, _run.ToString());
        var result = _run.Json;
        Assert.Multiple(() =>
        {
            Assert.That(result["folds"]!.GetValue<int>(), Is.EqualTo(3));
            Assert.That(result["accuracy"]!["mean"]!.GetValue<double>(), Is.InRange(0, 1));
            Assert.That(result["accuracy"]!["std"]!.GetValue<double>(), Is.InRange(0, 1));
            Assert.That(
                result["results"]!.AsArray().Select(fold => fold!["testGroups"]![0]!.GetValue<string>()),
                Is.EquivalentTo(new[] { "ann", "ben", "cat" }));
            Assert.That(Path.Combine(_set["folds"], "fold-3", "manifest.json"), Does.Exist);
            Assert.That(File.ReadAllText(Path.Combine(_set["folds"], "results.md")), Does.Contain("3 folds by speaker"));
        });
    }

    [Test]
    public void The_report_shows_the_folds_and_their_trainings()
    {
        var run = ProgramRun.Of("report", _set["folds"], "--output", _set["folds.html"]);
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(
            File.ReadAllText(_set["folds.html"]),
            Does.Contain("id=\"folds\"").And.Contain("id=\"confusion\"").And.Contain("id=\"loss\"").And.Not.Contain("class=\"notice\""));
    }

    [Test]
    public void A_fold_is_evaluated_as_any_run_is()
    {
        var evaluation = ProgramRun.Of("evaluate", Path.Combine(_set["folds"], "fold-1"), "--json");

        Assert.That(evaluation.ExitCode, Is.Zero, evaluation.ToString());
        Assert.That(
            evaluation.Json["accuracy"]!.GetValue<double>(),
            Is.EqualTo(_run.Json["results"]![0]!["accuracy"]!.GetValue<double>()).Within(0.26));
    }

    [Test]
    public void Repeated_it_does_the_folds_that_are_missing_and_no_others()
    {
        var kept = File.GetLastWriteTimeUtc(Path.Combine(_set["folds"], "fold-1", "summary.json"));
        Directory.Delete(Path.Combine(_set["folds"], "fold-2"), recursive: true);

        var again = Run("--group", "speaker");

        Assert.That(again.Error, Does.Contain("1 of 3 parts to do"));
        Assert.That(again.Json["accuracy"]!.ToJsonString(), Is.EqualTo(_run.Json["accuracy"]!.ToJsonString()));
        Assert.That(File.GetLastWriteTimeUtc(Path.Combine(_set["folds"], "fold-1", "summary.json")), Is.EqualTo(kept));
    }

    [Test]
    public void Folds_of_another_kind_do_not_go_into_the_same_folder() =>
        Refusal.Check(Run("--stratified"), "holds results of other settings", "data.split.by");

    [Test]
    public void Without_folds_it_says_what_is_missing() =>
        Refusal.Check(ProgramRun.Of("crossval", _set.Configuration, "--output", _set["none"]), "--folds is missing");

    private ProgramRun Run(params string[] further) => ProgramRun.Of(
        ["crossval", _set.Configuration, "--folds", "3", "--set", "runtime.threads=1", "--output", _set["folds"], "--json", .. further]);
}
