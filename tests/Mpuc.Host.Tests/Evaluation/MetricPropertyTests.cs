using FsCheck;
using FsCheck.Fluent;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Inference;

namespace Mpuc.Host.Tests.Evaluation;

/// <summary>What holds of the figures whatever was predicted.</summary>
public class MetricPropertyTests
{
    private const int Classes = 4;

    private static readonly Arbitrary<(long Truth, long Prediction)[]> Pairs = Of(Classes - 1);

    // Sets of classes are any bits of four.
    private static readonly Arbitrary<(long Truth, long Prediction)[]> SetPairs = Of((1 << Classes) - 1);

    [Test]
    public void Of_a_single_label_the_micro_F1_is_the_accuracy() => Prop.ForAll(Pairs, pairs =>
        Near(Single(pairs).MicroF1, Single(pairs).Accuracy)).HoldsForAll();

    [Test]
    public void A_classs_weighted_accuracy_is_the_mean_of_its_recall_and_its_specificity() => Prop.ForAll(SetPairs, pairs =>
        Multi(pairs).Classes.Values.All(counts => counts.WeightedAccuracy is not { } value || Near(
            value,
            ((counts.TruePositives / (double)counts.Positives) + (counts.TrueNegatives / (double)counts.Negatives)) / 2))).HoldsForAll();

    [Test]
    public void A_class_has_a_weighted_accuracy_where_it_is_both_present_and_absent_and_nowhere_else() => Prop.ForAll(SetPairs, pairs =>
        Multi(pairs).Classes.Values.Index().All(pair =>
            pair.Item.WeightedAccuracy is null == (pairs.Select(row => row.Truth >> pair.Index & 1).Distinct().Count() < 2))).HoldsForAll();

    [Test]
    public void Every_classs_counts_add_up_to_the_recordings() => Prop.ForAll(SetPairs, pairs =>
        Multi(pairs).Classes.Values.All(counts => counts.Positives + counts.Negatives == pairs.Length)).HoldsForAll();

    [Test]
    public void The_order_of_the_recordings_does_not_matter() => Prop.ForAll(SetPairs, pairs =>
        Figures(Multi(pairs)).SequenceEqual(Figures(Multi([.. pairs.Reverse()])))).HoldsForAll();

    [Test]
    public void Predictions_that_are_all_right_have_the_figure_1() => Prop.ForAll(Pairs, pairs =>
    {
        var metrics = Single([.. pairs.Select(pair => (pair.Truth, pair.Truth))]);
        return metrics.Accuracy == 1 && metrics.MicroF1 == 1 && Near(metrics.WeightedF1, 1) && metrics.WeightedAccuracy is null or 1;
    }).HoldsForAll();

    [Test]
    public void Predicting_present_for_absent_and_absent_for_present_mirrors_every_weighted_accuracy() => Prop.ForAll(SetPairs, pairs =>
    {
        const long All = (1 << Classes) - 1;
        var (metrics, opposite) = (Multi(pairs), Multi([.. pairs.Select(pair => (pair.Truth, pair.Prediction ^ All))]));
        return metrics.Classes.All(named =>
            named.Value.WeightedAccuracy is not { } value || Near(value, 1 - opposite.Classes[named.Key].WeightedAccuracy!.Value));
    }).HoldsForAll();

    [Test]
    public void The_weighted_F1_of_a_class_does_not_change_when_present_and_absent_change_names() => Prop.ForAll(SetPairs, pairs =>
    {
        const long All = (1 << Classes) - 1;
        var (metrics, renamed) = (Multi(pairs), Multi([.. pairs.Select(pair => (pair.Truth ^ All, pair.Prediction ^ All))]));
        return metrics.Classes.All(named =>
            Near(named.Value.WeightedF1, renamed.Classes[named.Key].WeightedF1)
                && Near(named.Value.MacroF1, renamed.Classes[named.Key].MacroF1));
    }).HoldsForAll();

    [Test]
    public void The_confusion_matrix_has_the_counts_of_every_class() => Prop.ForAll(Pairs, pairs =>
    {
        var counts = new ConfusionMatrix([.. pairs.Select(pair => pair.Truth)], [.. pairs.Select(pair => pair.Prediction)], Classes).Counts;
        return Single(pairs).Classes.Values.Index().All(named =>
            counts[named.Index][named.Index] == named.Item.TruePositives
            && counts[named.Index].Sum() == named.Item.Positives
            && counts.Sum(row => row[named.Index]) == named.Item.TruePositives + named.Item.FalsePositives);
    }).HoldsForAll();

    private static IEnumerable<double?> Figures(ClassificationMetrics metrics) =>
        [metrics.Accuracy, metrics.WeightedAccuracy, metrics.MacroF1, metrics.WeightedF1, metrics.MicroF1, metrics.MeanBinaryWeightedF1];

    private static ClassificationMetrics Single((long Truth, long Prediction)[] pairs) => Of(Spaces.Single(Classes), pairs);

    private static ClassificationMetrics Multi((long Truth, long Prediction)[] pairs) => Of(Spaces.Multi(Classes), pairs);

    private static ClassificationMetrics Of(LabelSpace space, (long Truth, long Prediction)[] pairs) =>
        ClassificationMetrics.Of(space, [.. pairs.Select(pair => pair.Truth)], [.. pairs.Select(pair => pair.Prediction)], 0.5);

    private static bool Near(double left, double right) => Math.Abs(left - right) < 1e-12;

    private static Arbitrary<(long Truth, long Prediction)[]> Of(int greatest)
    {
        var target = Gen.Choose(0, greatest).Select(value => (long)value);
        return target.SelectMany(truth => target.Select(prediction => (truth, prediction)))
            .NonEmptyListOf()
            .Select(list => list.ToArray())
            .ToArbitrary();
    }
}
