using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>A comparison on a data set that the test writes: three speakers, three folds, so that each is held out once.</summary>
public sealed class CompareTests
{
    private static readonly string[] Methods =
        [
            "majority",
            "noEncoder",
            "floor",
            "unimodal",
            "unimodal",
            "lateFusion",
            "attentionFusion",
            "caeLr",
            "contrastive",
            "contrastive",
            "contrastive",
        ];

    private readonly TinySet _set = new();
    private ProgramRun _first = null!;

    [OneTimeSetUp]
    public void Compare()
    {
        _set.Configure(json => json["evaluation"] = new JsonObject { ["probeEpochs"] = 10 });
        _first = Run();
    }

    [OneTimeTearDown]
    public void RemoveTheSet() => _set.Dispose();

    [Test]
    public void Every_method_has_its_row_with_all_that_a_script_needs()
    {
        Assert.That(_first.ExitCode, Is.Zero, _first.ToString());
        var rows = _first.Json["rows"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(row => row!["method"]!.GetValue<string>()), Is.EqualTo(Methods));
            Assert.That(rows.Select(row => row!["folds"]!.GetValue<int>()), Is.All.EqualTo(3));
            Assert.That(rows.Select(row => row!["accuracy"]!["mean"]!.GetValue<double>()), Is.All.InRange(0, 1));
            Assert.That(rows.Select(row => row!["accuracy"]!["std"]!.GetValue<double>()), Is.All.InRange(0, 1));
            Assert.That(rows[3]!["modalities"]!.AsArray().Select(name => name!.GetValue<string>()), Is.EqualTo(new[] { "voice" }));
        });
    }

    [Test]
    public void Only_what_learned_its_features_from_labels_is_called_supervised() => Assert.That(
        _first.Json["rows"]!.AsArray().Where(row => row!["supervised"]!.GetValue<bool>()).Select(row => row!["method"]!.GetValue<string>()),
        Is.EqualTo(new[] { "unimodal", "unimodal", "lateFusion", "attentionFusion" }));

    [Test]
    public void Every_recording_is_tested_once() => Assert.That(_first.Json["testRecordings"]!.GetValue<int>(), Is.EqualTo(24));

    [Test]
    public void Repeated_it_finds_everything_done_and_says_the_same()
    {
        var written = Written();
        var again = Run();

        Assert.That(again.ExitCode, Is.Zero, again.ToString());
        Assert.That(again.Error, Does.Contain("0 of 27 parts to do"));
        Assert.That(again.Output, Is.EqualTo(_first.Output));
        Assert.That(Written(), Is.EqualTo(written));
    }

    [Test]
    public void A_part_that_is_gone_is_made_again_alone_and_comes_out_the_same()
    {
        var path = Path.Combine(_set["table"], "fold-2", "lateFusion.json");
        var before = File.ReadAllText(path);
        File.Delete(path);

        var again = Run();

        Assert.That(again.Error, Does.Contain("1 of 27 parts to do"));
        Assert.That(File.ReadAllText(path), Is.EqualTo(before));
    }

    [Test]
    public void The_page_for_people_is_beside_the_json() =>
        Assert.That(
            File.ReadAllText(Path.Combine(_set["table"], "results.md")),
            Does.Contain("| lateFusion | voice + face | features and classifier |"));

    [Test]
    public void The_report_shows_every_row_with_its_confusion()
    {
        var run = ProgramRun.Of("report", _set["table"], "--output", _set["table.html"]);
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(
            File.ReadAllText(_set["table.html"]),
            Does.Contain("late fusion: voice &#x2B; face")
                .And.Contain("id=\"comparison\"")
                .And.Contain("id=\"confusion-10\"")
                .And.Not.Contain("class=\"notice\""));
    }

    [Test]
    public void Other_settings_are_refused_rather_than_mixed_in() =>
        Refusal.Check(Run("--set", "seed=5"), "holds results of other settings", "seed");

    [Test]
    public void An_unknown_method_is_refused_with_the_nearest() =>
        Refusal.Check(Run("--methods", "lateFussion"), "lateFussion", "lateFusion");

    [Test]
    public void Several_processes_do_it_together()
    {
        var run = ProgramRun.Of(
            "compare",
            _set.Configuration,
            "--folds",
            "3",
            "--group",
            "speaker",
            "--methods",
            "majority,noEncoder,floor",
            "--jobs",
            "2",
            "--output",
            _set["shared-out"],
            "--json");

        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Error, Does.Contain("9 of 9 parts to do, 2 processes of"));
        Assert.That(run.Json["rows"]!.AsArray().Select(row => row!["accuracy"]!.ToJsonString()),
            Is.EqualTo(_first.Json["rows"]!.AsArray().Take(3).Select(row => row!["accuracy"]!.ToJsonString())));
    }

    [Test]
    public void A_process_that_fails_fails_the_whole_with_its_reason()
    {
        var run = ProgramRun.Of(
            "compare",
            _set.Configuration,
            "--folds",
            "9",
            "--group",
            "speaker",
            "--methods",
            "majority,floor",
            "--jobs",
            "2",
            "--output",
            _set["failed"]);

        Assert.That(run.ExitCode, Is.EqualTo(1), run.ToString());
        Assert.That(run.Error, Does.Contain("There are 3 groups, too few for 9 folds").And.Contain("processes failed"));
    }

    private ProgramRun Run(params string[] further) => ProgramRun.Of(
        [
            "compare",
            _set.Configuration,
            "--folds",
            "3",
            "--group",
            "speaker",
            "--set",
            "runtime.threads=1",
            "--output",
            _set["table"],
            "--json",
            .. further,
        ]);

    private Dictionary<string, DateTime> Written() =>
        Directory.GetFiles(_set["table"], "*.json", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith("results.json", StringComparison.Ordinal))
            .ToDictionary(file => file, File.GetLastWriteTimeUtc);
}
