using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Reporting.Charts;
using Mpuc.Host.Reporting.Markup;

namespace Mpuc.Host.Reporting.Pages;

/// <summary>Figures of single classes, of a run or of several folds together.</summary>
internal static class ClassFigures
{
    /// <summary>Recall, F1 and w-ACC of every class.</summary>
    public static Figure PerClass(IReadOnlyDictionary<string, BinaryCounts> classes)
    {
        (string Name, Func<BinaryCounts, double?> Of)[] measures =
            [("recall", Recall), ("F1", counts => counts.F1), ("w-ACC", counts => counts.WeightedAccuracy)];
        var names = classes.Keys.ToList();
        var chart = new BarChart(
            names, [.. measures.Select(measure => new BarSeries(measure.Name, [.. classes.Values.Select(measure.Of)]))]);
        var table = new DataTable(
            "Each class against all others",
            ["class", "recordings", .. measures.Select(measure => measure.Name), "weighted F1", "TP", "FP", "FN", "TN"],
            [
                .. classes.Select(one => new DataRow(
                [
                    one.Key,
                    ReportText.Count(one.Value.Positives),
                    .. measures.Select(measure => (Html)ReportText.Percent(measure.Of(one.Value))),
                    ReportText.Percent(one.Value.WeightedF1),
                    ReportText.Count(one.Value.TruePositives),
                    ReportText.Count(one.Value.FalsePositives),
                    ReportText.Count(one.Value.FalseNegatives),
                    ReportText.Count(one.Value.TrueNegatives),
                ])),
            ]);
        return new Figure(
            "each-class",
            "Each class",
            $"Recall of each class: {string.Join("; ", classes.Select(one => $"{one.Key} {ReportText.Percent(Recall(one.Value))}"))}.",
            chart,
            table,
            "Recall: the fraction of a class's recordings that is found. w-ACC: the mean of recall and specificity. Each class stands "
                + "against all others together.");
    }

    /// <summary>A confusion matrix.</summary>
    public static Figure Confusion(
        string id, string title, IReadOnlyList<string> classes, IReadOnlyList<IReadOnlyList<int>> counts, string caption)
    {
        var right = counts.Select((row, i) => row[i]).Sum();
        return new Figure(
            id,
            title,
            $"{title}: {right} of {ReportText.Count(counts.Sum(row => row.Sum()), "recording")} are predicted right.",
            new MatrixChart(classes, counts),
            new DataTable(
                "Recordings by true class (rows) and predicted class (columns)",
                ["true", .. classes, "right"],
                [
                    .. classes
                        .Zip(counts)
                        .Select((row, i) =>
                            new DataRow([row.First, .. row.Second.Select(count => (Html)ReportText.Count(count)), Share(row.Second, i)])),
                ]),
            caption);
    }

    private static double? Recall(BinaryCounts counts) => counts.Positives == 0 ? null : counts.TruePositives / (double)counts.Positives;

    private static Html Share(IReadOnlyList<int> row, int place) =>
        ReportText.Percent(row.Sum() == 0 ? null : row[place] / (double)row.Sum());
}
