using Mpuc.Host.Baselines;
using Mpuc.Host.Configuration;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Logging;
using Mpuc.Host.Protocol;
using Mpuc.Host.Runs;
using Mpuc.Host.Tests.Runs;
using Serilog.Core;

namespace Mpuc.Host.Tests.Protocol;

/// <summary>Every method on a small data set in real files: 20 training recordings, 10 test recordings, two modalities.</summary>
public class MethodTests
{
    private ToyRun _toy = null!;

    private RunConfiguration Configuration => _toy.Configuration with
    {
        Evaluation = new EvaluationOptions { ProbeEpochs = 5, ProbeHidden = 8 },
        Baselines = new BaselineOptions
        {
            LateFusion = BaselineOptions.LateFusionSchema.Defaults with { Epochs = 3, Hidden = 8, BatchSize = 8 },
            AttentionFusion = BaselineOptions.AttentionFusionSchema.Defaults with { Epochs = 3, Hidden = 8, BatchSize = 8 },
            CaeLr = new AutoencoderOptions { Epochs = 2, Steps = 8, Channels = 2 },
        },
    };

    [SetUp]
    public void MakeData()
    {
        _toy = new ToyRun();
        WriteLabels(id => id % 2 == 0 ? "calm" : "sad");
    }

    [TearDown]
    public void DeleteData() => _toy.Dispose();

    [TestCase("majority", false, 1)]
    [TestCase("noEncoder", false, 1)]
    [TestCase("floor", false, 1)]
    [TestCase("unimodal", true, 2)]
    [TestCase("lateFusion", true, 1)]
    [TestCase("attentionFusion", true, 1)]
    [TestCase("caeLr", false, 1)]
    [TestCase("contrastive", false, 3)]
    public void A_method_predicts_every_test_recording_and_says_whether_labels_trained_its_features(
        string method, bool supervised, int rows)
    {
        var found = Run(method);

        Assert.That(found, Has.Count.EqualTo(rows).And.All.Property(nameof(MethodRow.Supervised)).EqualTo(supervised));
        Assert.That(found.Select(row => row.Correct.Count), Is.All.EqualTo(10));
        Assert.That(found.Select(row => row.Method), Is.All.EqualTo(method));
    }

    [TestCase("unimodal")]
    [TestCase("lateFusion")]
    [TestCase("attentionFusion")]
    [TestCase("caeLr")]
    [TestCase("contrastive")]
    public void Test_labels_change_no_prediction(string method)
    {
        var before = Run(method);
        WriteLabels(id => (id % 2 == 0) != (id >= 20) ? "calm" : "sad");
        var after = Run(method, "again");

        // With every test label turned round, the same predictions are right exactly where they were wrong.
        Assert.That(after.Select(row => row.Correct.Select(right => !right)), Is.EqualTo(before.Select(row => row.Correct)));
    }

    [TestCase("lateFusion")]
    [TestCase("caeLr")]
    public void The_same_seed_gives_the_same_predictions(string method) =>
        Assert.That(Run(method, "again")[0].Correct, Is.EqualTo(Run(method)[0].Correct));

    [Test]
    public void Labelled_contrastive_training_is_called_supervised()
    {
        _toy.Objective = new() { Variant = Mpuc.Host.Objectives.ObjectiveVariant.Supcon };

        Assert.That(Run("contrastive"), Has.All.Property(nameof(MethodRow.Supervised)).True);
    }

    [Test]
    public void A_class_that_only_test_recordings_show_is_never_predicted_and_breaks_nothing()
    {
        WriteLabels(id => id == 29 ? "amazed" : id % 2 == 0 ? "calm" : "sad");

        var row = Run("lateFusion").Single();

        Assert.That(row.Metrics.Classes["amazed"], Is.EqualTo(new BinaryCounts(0, 0, 1, 9)));
    }

    [Test]
    public void A_multi_label_task_runs_through_every_kind_of_method()
    {
        WriteLabels(id => id % 4 == 0 ? "-" : id % 2 == 0 ? "calm" : "calm;sad");
        var configuration = Configuration with
        {
            Evaluation = Configuration.Evaluation with { Task = TaskKind.MultiLabel, Threshold = 0.4 },
        };

        foreach (var method in new[] { "majority", "floor", "lateFusion", "caeLr" })
        {
            var row = Run(method, method, configuration).Single();
            Assert.That(row.Metrics.Threshold, Is.EqualTo(0.4), method);
            Assert.That(row.Metrics.Classes.Keys, Is.EqualTo(new[] { "calm", "sad" }), method);
        }
    }

    [Test]
    public void An_interrupted_contrastive_training_is_continued_and_a_finished_one_kept()
    {
        Run("contrastive");
        var folder = Path.Combine(_toy.Output, "contrastive");
        var metrics = File.ReadAllText(RunDirectory.Open(folder).MetricsPath);
        File.Delete(RunDirectory.Open(folder).SummaryPath);

        Run("contrastive");

        Assert.That(RunDirectory.Open(folder).IsFinished, Is.True);
        Assert.That(File.ReadAllText(RunDirectory.Open(folder).MetricsPath), Is.EqualTo(metrics));
    }

    [TestCase("lateFusion")]
    [TestCase("caeLr")]
    public void What_an_interrupted_training_left_is_gone_when_the_method_is_done(string method)
    {
        var state = Path.Combine(_toy.Output, method, "training.safetensors");
        Directory.CreateDirectory(Path.GetDirectoryName(state)!);
        File.WriteAllText(state, "damaged");

        Assert.That(Run(method)[0].Correct, Is.EqualTo(Run(method, "again")[0].Correct));
        Assert.That(state, Does.Not.Exist);
    }

    [Test]
    public void Validation_recordings_may_end_a_supervised_training_early()
    {
        _toy.WriteData(validation: 4, emotion: id => id % 2 == 0 ? "calm" : "sad");

        Assert.That(Run("lateFusion").Single().Correct, Has.Count.EqualTo(6));
    }

    private void WriteLabels(Func<int, string> emotion) => _toy.WriteData(emotion: emotion);

    private List<MethodRow> Run(string method, string folder = "", RunConfiguration? configuration = null)
    {
        using var fold = new Fold(configuration ?? Configuration, new ToyCatalog(), new HostLog(Logger.None), CancellationToken.None);
        return
        [
            .. MethodCatalog.Create(method, fold.Names).SelectMany(one =>
                one.Run(fold, Path.Combine(_toy.Output, folder, one.Id), CancellationToken.None)),
        ];
    }
}
