using Mpuc.Host.Data;
using Mpuc.Host.Reporting.Charts;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;
using Mpuc.Host.Reporting.Runs;
using Mpuc.Host.Training;

namespace Mpuc.Host.Reporting.Protocols;

/// <summary>What the pages of comparisons and cross-validations share.</summary>
internal static class ProtocolSections
{
    /// <summary>How the data were divided, in words.</summary>
    /// <param name="group">What a group is called; null where nobody said.</param>
    public static string Describe(int folds, string by, string? group) => $"{ReportText.Count(folds, "fold")} " + by switch
    {
        SplitOptions.ByGroup => $"by {group ?? "group"}",
        SplitOptions.Stratified => "stratified by class",
        _ => "as the data set gives them",
    };

    /// <summary>The folds' contrastive trainings.</summary>
    /// <returns>The section; null without a completed epoch.</returns>
    public static ReportSection? Training(
        IReadOnlyList<(string Name, IReadOnlyList<EpochMetrics> Metrics)> trainings, Func<Figure, Html> draw)
    {
        if (trainings.Count == 0)
        {
            return null;
        }

        var series =
            trainings.SelectMany((fold, place) => new[] { EpochMetrics.Training, EpochMetrics.Validation }.Select(split => new LineSeries(
            split == EpochMetrics.Training ? fold.Name : $"{fold.Name}, validation",
            [
                .. fold.Metrics
                    .Where(line => line.Split == split && double.IsFinite(line.Loss))
                    .Select(line => (IReadOnlyList<double>)[line.Epoch, line.Loss]),
            ],
            split == EpochMetrics.Validation) { Color = place })).Where(curve => curve.Points.Count > 0).ToList();
        var figure = new Figure(
            "loss",
            "Loss of each fold's contrastive training",
            $"Training loss of {ReportText.Count(trainings.Count, "fold")}: {string.Join("; ", series.Select(curve => $"{curve.Name} from {ReportText.Number(curve.Points[0][1])} to {ReportText.Number(curve.Points[^1][1])}"))}.",
            new LineChart("epoch", series),
            new DataTable(
                "Loss at the first and the last epoch",
                ["training", "epochs", "first", "last"],
                [
                    .. series
                        .Select(curve =>
                            new DataRow(
                                curve.Name,
                                ReportText.Count(curve.Points.Count),
                                ReportText.Number(curve.Points[0][1]),
                                ReportText.Number(curve.Points[^1][1]))),
                ]),
            "Each fold is an ordinary run of its own; mpuc report on its folder shows all of it.");
        return new ReportSection("training", "Training", Html.None, draw(figure));
    }

    /// <summary>What was asked for.</summary>
    public static ReportSection Setup(ProtocolFiles files, IReadOnlyList<DataRow> facts) => new(
        "setup",
        "Setup",
        "Each fold's folder holds a manifest of all that determined its run.",
        Html.Of(
            $"""
            <div class="card facts"><h3>Protocol</h3>{new DataTable("How the results were made", ["fact", "value"], facts) { Words = 2 }.ToHtml()}</div>
            <details><summary>Configuration of the first fold, every default filled in</summary>{SetupSection.Json(files.Configuration)}</details>
            """));
}
