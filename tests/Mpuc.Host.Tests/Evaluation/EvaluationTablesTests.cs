using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Reporting;

namespace Mpuc.Host.Tests.Evaluation;

public class EvaluationTablesTests
{
    [TestCase(30, 5, 0.00002, "contrastive better (contrastive only 30, untrained only 5; McNemar p < 0.0001)")]
    [TestCase(5, 30, 0.04, "untrained better (contrastive only 5, untrained only 30; McNemar p = 0.0400)")]
    [TestCase(8, 7, 1, "not distinguishable (contrastive only 8, untrained only 7; McNemar p = 1.0000)")]
    public void A_paired_test_says_better_or_worse_only_where_it_may(int here, int there, double p, string sentence) =>
        Assert.That(EvaluationTables.Describe(new PairedTest(here, there, p), "untrained"), Is.EqualTo(sentence));

    [Test]
    public void A_result_shows_every_row_the_confusion_and_the_group_probe()
    {
        var text = Render(console => EvaluationTables.Write(console, Result));

        Assert.That(text, Does.Contain("run: emotion of 4 test recordings of 05, learned from 8"));
        Assert.That(
            text,
            Does.Contain("contrastive (paper)").And.Contain("untrained encoders").And.Contain("no encoder").And.Contain("majority class"));
        Assert.That(text, Does.Match(@"sad\s+1\s+1\s+50\.0"));
        Assert.That(text, Does.Contain("Speaker probe accuracy: 98.0 % (untrained encoders: 97.0 %; 21 groups)."));
    }

    [Test]
    public void A_multi_label_result_shows_each_class_with_its_weighted_accuracy_and_the_threshold()
    {
        var space = new LabelSpace(TaskKind.MultiLabel, ["happy;sad"]);
        var metrics = ClassificationMetrics.Of(space, [0b01, 0b11, 0b00, 0b01], [0b01, 0b01, 0b00, 0b00], 0.4);

        var text = Render(console => EvaluationTables.Write(console, Result with { Metrics = metrics, Confusion = [] }));

        Assert.That(text, Does.Contain("present from 0.4 on"));
        Assert.That(text, Does.Match(@"happy\s+3\s+83\.3\s+80\.0\s+76\.7"));
        Assert.That(text, Does.Match(@"sad\s+1\s+50\.0\s+0\.0\s+64\.3"));
    }

    [Test]
    public void Features_trained_with_labels_are_called_supervised() => Assert.That(
        Render(console => EvaluationTables.Write(console, Result with { Unsupervised = false, Objective = "supcon" })),
        Does.Contain("contrastive (supcon, supervised)"));

    [Test]
    public void A_summary_shows_each_run_and_the_mean_with_its_deviation()
    {
        var better = Result with { Run = "other", Accuracy = 1 };

        var text = Render(console => EvaluationTables.Write(console, EvaluationSummary.Of([Result, better])));

        Assert.That(text, Does.Contain("run ").And.Contain("other"));
        Assert.That(text, Does.Contain("87.5 (17.7)"));
    }

    internal static EvaluationResult Result { get; } = new()
    {
        Run = "run",
        Unsupervised = true,
        Objective = "paper",
        Epochs = 1,
        Label = "emotion",
        Accuracy = 0.75,
        Metrics = ClassificationMetrics.Of(Spaces.Of("happy", "sad"), [0, 0, 1, 1], [0, 0, 0, 1], 0.5),
        FloorAccuracy = 0.5,
        NoEncoderAccuracy = 0.5,
        MajorityAccuracy = 0.5,
        Modalities = new Dictionary<string, double> { ["voice"] = 0.75 },
        PerClassAccuracy = new Dictionary<string, double> { ["happy"] = 1, ["sad"] = 0.5 },
        Classes = ["happy", "sad"],
        Confusion = [[2, 0], [1, 1]],
        AgainstFloor = new PairedTest(1, 0, 1),
        AgainstNoEncoder = new PairedTest(1, 0, 1),
        GroupProbe = new GroupProbe(0.98, 0.97, 21),
        Measurements =
        [
            new Measurement("contrastive", "probe", ["voice"], 0.75) { Correct = [true, true, true, false] },
            new Measurement("untrained", "probe", ["voice"], 0.5) { Correct = [true, true, false, false] },
            new Measurement("none", "probe", ["voice"], 0.5) { Correct = [true, true, false, false] },
        ],
        TestGroups = ["05"],
        TrainingRecordings = 8,
        TestRecordings = 4,
    };

    private static string Render(Action<Spectre.Console.IAnsiConsole> write)
    {
        using var text = new StringWriter();
        write(TerminalOutput.Console(text));
        return text.ToString();
    }
}
