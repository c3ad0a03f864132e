using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Tests.Data.Splits;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Evaluation;

/// <summary>Evaluations of small and odd data sets; every table holds the same random features.</summary>
public class EvaluatorEdgeTests
{
    private static readonly EvaluationOptions Options = new() { ProbeHidden = 4, ProbeEpochs = 2 };

    [Test]
    public void With_one_modality_its_row_is_the_main_one_and_is_measured_once()
    {
        var result = Evaluate(Split(Labelled("a", "g", 6), Labelled("b", "h", 4)), modalities: ["voice"]);

        Assert.That(
            result.Measurements.Select(row => (row.Features, row.Classifier)),
            Is.EqualTo(new[]
            {
                ("contrastive", "probe"),
                ("untrained", "probe"),
                ("none", "probe"),
                ("contrastive", "linear"),
                ("contrastive", "knn"),
                ("untrained", "linear"),
                ("untrained", "knn"),
            }));
        Assert.That(result.Modalities, Is.EqualTo(new Dictionary<string, double> { ["voice"] = result.Accuracy }));
    }

    [Test]
    public void With_more_modalities_than_the_limit_all_together_and_each_alone_are_measured()
    {
        var result = Evaluate(
            Split(Labelled("a", "g", 6), Labelled("b", "h", 4)), Options with { MaximumSubsetModalities = 2 }, ["x", "y", "z"]);

        var subsets = result.Measurements.Where(row => row is { Features: "contrastive", Classifier: "probe" })
            .Select(row => string.Join("+", row.Modalities));
        Assert.That(subsets, Is.EqualTo(new[] { "x+y+z", "x", "y", "z" }));
        Assert.That(result.Modalities.Keys, Is.EqualTo(new[] { "x", "y", "z" }));
    }

    [Test]
    public void Every_accuracy_is_that_of_the_recordings_that_it_names_as_right()
    {
        var result = Evaluate(Split(Labelled("a", "g", 9), Labelled("b", "h", 7)));

        foreach (var row in result.Measurements)
        {
            Assert.That(row.Correct, Has.Count.EqualTo(7));
            Assert.That(row.Accuracy, Is.EqualTo(row.Correct.Count(right => right) / 7.0).Within(1e-12));
        }
    }

    [Test]
    public void Recordings_without_a_group_give_no_group_probe_and_no_test_groups()
    {
        var result = Evaluate(Split(Labelled("a", "", 10), Labelled("b", "", 4)));

        Assert.That(result.GroupProbe, Is.Null);
        Assert.That(result.TestGroups, Is.Empty);
    }

    [Test]
    public void One_group_alone_gives_no_group_probe() =>
        Assert.That(Evaluate(Split(Labelled("a", "only", 10), Labelled("b", "h", 4))).GroupProbe, Is.Null);

    [TestCase(4, false)]
    [TestCase(5, true)]
    public void A_group_probe_needs_a_fifth_recording_of_a_group_to_hold_out(int recordings, bool isThere)
    {
        var result = Evaluate(Split([.. Labelled("a", "g", recordings), .. Labelled("c", "i", 4)], Labelled("b", "h", 4)));

        Assert.That(result.GroupProbe is not null, Is.EqualTo(isThere));
        Assert.That(result.GroupProbe?.Groups ?? 2, Is.EqualTo(2));
    }

    [Test]
    public void Test_groups_are_named_once_in_ordinal_order()
    {
        var result = Evaluate(
            Split(Labelled("a", "g", 6), [.. Labelled("b", "10", 2), .. Labelled("c", "02", 2), .. Labelled("d", "10", 1)]));

        Assert.That(result.TestGroups, Is.EqualTo(new[] { "02", "10" }));
    }

    [Test]
    public void A_class_that_no_test_recording_shows_has_no_accuracy_of_its_own()
    {
        var test = Labelled("b", "h", 6).Where(recording => recording.Labels["emotion"] != "sad").ToList();

        var result = Evaluate(Split(Labelled("a", "g", 6), test));

        Assert.That(result.Classes, Has.Member("sad"));
        Assert.That(result.PerClassAccuracy.Keys, Is.EqualTo(new[] { "calm", "happy" }));
    }

    [Test]
    public void What_the_run_was_and_how_much_was_learned_and_tested_are_told()
    {
        var result = Evaluate(Split([.. Labelled("a", "g", 6), TestDatasets.Recording("unlabelled", "g")], Labelled("b", "h", 4)));

        Assert.That(
            (result.Run, result.Objective, result.Epochs, result.Unsupervised, result.Transductive),
            Is.EqualTo(("night", "clip", 12, false, true)));
        Assert.That((result.TrainingRecordings, result.TestRecordings, result.Label), Is.EqualTo((6, 4, "emotion")));
    }

    [Test]
    public void The_same_seed_measures_the_same_and_leaves_no_tensor()
    {
        var split = Split(Labelled("a", "g", 8), Labelled("b", "h", 5));
        var first = Evaluate(split);

        EvaluationResult? second = null;
        
        // Four probes of two layers and four linear classifiers, each layer of two parameters.
        Assert.That(LiveTensors.LeftBy(() => second = Evaluate(split), parameters: 24), Is.Zero);

        Assert.That(second!.Measurements.Select(row => row.Correct), Is.EqualTo(first.Measurements.Select(row => row.Correct)));
    }

    private static EvaluationResult Evaluate(DataSplit split, EvaluationOptions? options = null, string[]? modalities = null)
    {
        var ids = split.Training.Concat(split.Test).Select(recording => recording.Id).ToList();
        using var table = Table(ids, modalities ?? ["voice", "face"]);
        return new Evaluator(split, "emotion", options ?? Options, 3)
            .Evaluate(new EvaluatedRun("night", "clip", 12, false, true), table, table, table);
    }

    private static FeatureTable Table(List<string> ids, string[] modalities)
    {
        manual_seed(5);
        return new FeatureTable(ids, modalities.ToDictionary(name => name, _ => randn(ids.Count, 3)));
    }

    private static DataSplit Split(IReadOnlyList<Recording> training, IReadOnlyList<Recording> test) =>
        new() { Training = training, Validation = [], Test = test };

    private static List<Recording> Labelled(string id, string group, int count) => [.. Enumerable.Range(0, count)
        .Select(i => TestDatasets.Recording($"{id}{i}", group, emotion: new[] { "calm", "happy", "sad" }[i % 3]))];
}
