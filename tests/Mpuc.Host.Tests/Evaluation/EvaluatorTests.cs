using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Evaluation;

public class EvaluatorTests
{
    private static readonly string[] Emotions = ["calm", "happy", "sad"];
    private static readonly EvaluatedRun Run = new("run", "paper", 3, true, false);
    private static readonly EvaluationOptions Options = new() { ProbeHidden = 16, ProbeEpochs = 30, ProbeLearningRate = 0.01 };

    [Test]
    public void Features_that_hold_the_class_beat_the_floor_of_noise_and_say_so()
    {
        using var scope = NewDisposeScope();
        var result = Evaluate(classStrength: 3, groupStrength: 0);

        Assert.That(result.Accuracy, Is.GreaterThan(0.95));
        Assert.That(result.FloorAccuracy, Is.LessThan(0.6));
        Assert.That(result.AgainstFloor.PValue, Is.LessThan(0.01));
        Assert.That(result.AgainstFloor.OnlyFirst, Is.GreaterThan(result.AgainstFloor.OnlySecond));
    }

    [Test]
    public void The_confusion_matrix_adds_up_to_the_test_recordings_and_to_the_accuracy()
    {
        using var scope = NewDisposeScope();
        var result = Evaluate(classStrength: 1, groupStrength: 0);

        Assert.That(result.Confusion.Sum(row => row.Sum()), Is.EqualTo(result.TestRecordings));
        Assert.That(
            result.Confusion.Select((row, i) => row[i]).Sum() / (double)result.TestRecordings, Is.EqualTo(result.Accuracy).Within(1e-12));
        Assert.That(result.Classes, Is.EqualTo(Emotions));
    }

    [Test]
    public void Each_modality_is_measured_alone_and_the_one_that_knows_wins()
    {
        using var scope = NewDisposeScope();
        var result = Evaluate(classStrength: 3, groupStrength: 0);

        Assert.That(result.Modalities.Keys, Is.EqualTo(new[] { "informed", "noise" }));
        Assert.That(result.Modalities["informed"], Is.GreaterThan(result.Modalities["noise"] + 0.3));
    }

    [Test]
    public void Every_subset_of_modalities_is_measured_once()
    {
        using var scope = NewDisposeScope();
        var rows = Evaluate(classStrength: 1, groupStrength: 0).Measurements.Where(row =>
            row is { Features: "contrastive", Classifier: "probe" });

        Assert.That(rows.Select(row => string.Join(" + ", row.Modalities)), Is.EqualTo(new[] { "informed + noise", "informed", "noise" }));
    }

    [Test]
    public void A_multi_label_task_is_measured_class_by_class_and_has_no_confusion_matrix()
    {
        using var scope = NewDisposeScope();
        var result = Evaluate(classStrength: 3, groupStrength: 0, options: Options with { Task = TaskKind.MultiLabel, Threshold = 0.6 });

        Assert.That(result.Confusion, Is.Empty);
        Assert.That(result.Metrics.Classes.Keys, Is.EqualTo(Emotions));
        Assert.That(result.Metrics.Threshold, Is.EqualTo(0.6));
        Assert.That(result.Metrics.WeightedAccuracy, Is.GreaterThan(0.9));
        Assert.That(result.Accuracy, Is.EqualTo(result.Metrics.Accuracy));
    }

    [Test]
    public void The_group_probe_finds_the_speaker_in_features_that_hold_it()
    {
        using var scope = NewDisposeScope();

        Assert.That(Evaluate(classStrength: 0, groupStrength: 5).GroupProbe!.Accuracy, Is.GreaterThan(0.95));
        Assert.That(Evaluate(classStrength: 0, groupStrength: 0).GroupProbe!.Accuracy, Is.LessThan(0.5));
    }

    [Test]
    public void A_label_that_no_recording_has_is_refused_with_the_counts()
    {
        using var scope = NewDisposeScope();

        Assert.That(
            () => Evaluate(classStrength: 1, groupStrength: 0, label: "mood"),
            Throws.InstanceOf<MpucException>().With.Message.Contains("'mood' gives 0 training and 0 test recordings"));
    }

    [Test]
    public void Recordings_without_the_label_are_left_out_on_both_sides()
    {
        var rows = new LabelledRows(
            Recordings("a", 6), Recordings("b", 6), recording => recording.Id.EndsWith('0') ? null : recording.Labels["emotion"]);

        Assert.That(rows.TrainingIds, Has.Count.EqualTo(5));
        Assert.That(rows.TestIds, Has.Count.EqualTo(5).And.None.EndsWith("0"));
    }

    [Test]
    public void The_majority_is_that_of_the_training_recordings()
    {
        var rows = new LabelledRows(Recordings("a", 7), Recordings("b", 7), recording => recording.Labels["emotion"]);

        Assert.That(rows.MajorityAccuracy, Is.EqualTo(3 / 7.0).Within(1e-12));
    }

    [Test]
    public void A_summary_pools_the_folds_recordings_for_its_paired_test()
    {
        using var scope = NewDisposeScope();
        var fold = Evaluate(classStrength: 3, groupStrength: 0);

        var summary = EvaluationSummary.Of([fold, fold]);

        Assert.That(summary.AgainstFloor.OnlyFirst, Is.EqualTo(2 * fold.AgainstFloor.OnlyFirst));
        Assert.That(summary.Accuracy, Is.EqualTo(new MeanAndDeviation(fold.Accuracy, 0)));
    }

    private static EvaluationResult Evaluate(
        double classStrength, double groupStrength, string label = "emotion", EvaluationOptions? options = null)
    {
        var split = new DataSplit
        {
            Training = [.. Recordings("a", 30), .. Recordings("b", 30), .. Recordings("c", 30)],
            Validation = [],
            Test = Recordings("d", 60),
        };
        var recordings = split.Training.Concat(split.Test).ToList();
        manual_seed(11);
        var directions = randn(8, 12);
        return new Evaluator(split, label, options ?? Options, 0).Evaluate(
            Run,
            Table(recordings, directions, classStrength, groupStrength),
            Table(recordings, directions, 0, 0),
            Table(recordings, directions, 0, 0));
    }

    private static FeatureTable Table(List<Recording> recordings, Tensor directions, double classStrength, double groupStrength)
    {
        var classes = recordings.Select(recording => (long)Array.IndexOf(Emotions, recording.Labels["emotion"])).ToArray();
        var groups = recordings.Select(recording => (long)(recording.Group[0] - 'a' + 3)).ToArray();
        var informed = randn(recordings.Count, 12) + (classStrength * directions[tensor(classes)])
            + (groupStrength * directions[tensor(groups)]);
        return new FeatureTable(
            [.. recordings.Select(recording => recording.Id)],
            new Dictionary<string, Tensor> { ["informed"] = informed, ["noise"] = randn(recordings.Count, 12) });
    }

    private static List<Recording> Recordings(string group, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Recording
        {
            Id = $"{group}-{i}",
            Group = group,
            Labels = new Dictionary<string, string> { ["emotion"] = Emotions[i % 3] },
            Sources = new Dictionary<string, ModalitySource>(),
        })];
}
