using System.Text.Json;
using Mpuc.Host.Evaluation.Downstream;

namespace Mpuc.Host.Tests.Evaluation.Downstream;

/// <summary>Every figure against scikit-learn's (tests/golden/make_metrics_golden.py).</summary>
public class ClassificationMetricsTests
{
    [Test]
    public void A_single_labels_figures_are_scikit_learns([Values(0, 1)] int index)
    {
        var golden = Golden("single", index);
        var space = Spaces.Single(golden.GetProperty("classes").GetInt32());
        var (truth, predictions) = (Longs(golden.GetProperty("truth")), Longs(golden.GetProperty("predictions")));

        var metrics = ClassificationMetrics.Of(space, truth, predictions, 0.5);

        Check(metrics, golden);
        Assert.That(metrics.Threshold, Is.Null);
        var confusion = golden.GetProperty("confusion").EnumerateArray().Select(row => Longs(row));
        Assert.That(new ConfusionMatrix(truth, predictions, space.Classes.Count).Counts, Is.EqualTo(confusion));
    }

    [Test]
    public void A_multi_label_tasks_figures_are_scikit_learns([Values(0, 1)] int index)
    {
        var golden = Golden("multi", index);
        var space = Spaces.Multi(golden.GetProperty("classes").GetInt32());

        var metrics = ClassificationMetrics.Of(space, Sets(golden.GetProperty("truth")), Sets(golden.GetProperty("predictions")), 0.5);

        Check(metrics, golden);
        Assert.That(metrics.Threshold, Is.EqualTo(0.5));
        Assert.That(
            metrics.Classes.Values.Select(counts => counts.WeightedF1), Is.EqualTo(Numbers(golden, "binaryWeightedF1")).Within(1e-12));
        Assert.That(metrics.Classes.Values.Select(counts => counts.MacroF1), Is.EqualTo(Numbers(golden, "binaryMacroF1")).Within(1e-12));
        Assert.That(
            metrics.Classes.Values.Select(counts => counts.Accuracy!.Value), Is.EqualTo(Numbers(golden, "binaryAccuracy")).Within(1e-12));
        Assert.That(metrics.MeanBinaryWeightedF1, Is.EqualTo(Numbers(golden, "binaryWeightedF1").Average()).Within(1e-12));
    }

    [Test]
    public void The_weighted_accuracy_is_the_formula_of_the_paper()
    {
        var counts = new BinaryCounts(TruePositives: 3, FalsePositives: 2, FalseNegatives: 1, TrueNegatives: 14);

        Assert.That(counts.WeightedAccuracy, Is.EqualTo(((3 * 16 / 4.0) + 14) / (2 * 16)).Within(1e-12));
    }

    [Test]
    public void A_class_without_recordings_has_no_weighted_accuracy_and_does_not_spoil_the_mean()
    {
        var metrics = ClassificationMetrics.Of(Spaces.Single(3), [0, 0, 1], [0, 1, 1], 0.5);

        Assert.That(metrics.Classes["class 02"].WeightedAccuracy, Is.Null);
        Assert.That(metrics.WeightedAccuracy, Is.EqualTo(0.75).Within(1e-12));
        Assert.That(metrics.Classes["class 02"].F1, Is.Zero);
    }

    [Test]
    public void A_truth_that_the_classes_do_not_know_counts_as_missed_by_every_prediction()
    {
        var metrics = ClassificationMetrics.Of(Spaces.Single(2), [0, -1], [0, 1], 0.5);

        Assert.That(metrics.Accuracy, Is.EqualTo(0.5));
        Assert.That(metrics.Classes["class 01"], Is.EqualTo(new BinaryCounts(0, 1, 0, 1)));
    }

    private static void Check(ClassificationMetrics metrics, JsonElement golden) => Assert.Multiple(() =>
    {
        Assert.That(metrics.Accuracy, Is.EqualTo(golden.GetProperty("accuracy").GetDouble()).Within(1e-12));
        Assert.That(metrics.MacroF1, Is.EqualTo(golden.GetProperty("macroF1").GetDouble()).Within(1e-12));
        Assert.That(metrics.WeightedF1, Is.EqualTo(golden.GetProperty("weightedF1").GetDouble()).Within(1e-12));
        Assert.That(metrics.MicroF1, Is.EqualTo(golden.GetProperty("microF1").GetDouble()).Within(1e-12));
        Assert.That(metrics.Classes.Values.Select(counts => counts.F1), Is.EqualTo(Numbers(golden, "f1")).Within(1e-12));
        Assert.That(
            metrics.Classes.Values.Select(counts => counts.WeightedAccuracy!.Value),
            Is.EqualTo(Numbers(golden, "weightedAccuracy")).Within(1e-12));
    });

    private static JsonElement Golden(string kind, int index)
    {
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", "metrics.json")));
        return golden.RootElement.GetProperty(kind)[index].Clone();
    }

    private static double[] Numbers(JsonElement golden, string name) =>
        [.. golden.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    private static long[] Longs(JsonElement list) => [.. list.EnumerateArray().Select(value => value.GetInt64())];

    private static long[] Sets(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(row => Longs(row).Index().Sum(cell => cell.Item << cell.Index))];
}
