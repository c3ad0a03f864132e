using Mpuc.Host.Evaluation;
using Mpuc.Host.Reporting.Charts;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;

namespace Mpuc.Host.Reporting.Runs;

/// <summary>What a run's probe makes of each class.</summary>
internal static class ClassSection
{
    /// <summary>Writes the section.</summary>
    public static ReportSection Of(EvaluationResult result, Func<Figure, Html> draw)
    {
        var metrics = result.Metrics;
        var isSingle = result.Confusion.Count > 0;
        Figure[] figures =
        [
            .. isSingle
                ?
                [
                    ClassFigures.Confusion(
                        "confusion",
                        "Confusion matrix",
                        result.Classes,
                        result.Confusion,
                        "Counts of test recordings; the shade is the share of the true class."),
                ]
                : Array.Empty<Figure>(),
            ClassFigures.PerClass(metrics.Classes),
        ];
        var intro = $"The probe on all modalities. F1: macro {ReportText.Percent(metrics.MacroF1)}, weighted {ReportText.Percent(metrics.WeightedF1)}, "
            + $"micro {ReportText.Percent(metrics.MicroF1)}; mean w-ACC {ReportText.Percent(metrics.WeightedAccuracy)}."
            + (isSingle ? string.Empty : $" Several classes may be present at once; one counts as present from a probability of {ReportText.Number(metrics.Threshold)} on, and the counts below stand in for a confusion matrix.");
        return new ReportSection(
            "classes",
            "Classes",
            intro,
            Html.Of($"<div class=\"figures{(isSingle ? " pair" : string.Empty)}\">{figures.Select(draw)}</div>"));
    }
}
