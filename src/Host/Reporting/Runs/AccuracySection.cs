using Mpuc.Host.Evaluation;
using Mpuc.Host.Reporting.Charts;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;

namespace Mpuc.Host.Reporting.Runs;

/// <summary>A run's accuracies: every kind of features, every classifier, every subset of modalities.</summary>
internal static class AccuracySection
{
    private const string Whiskers = "95 % interval";

    /// <summary>Writes the section.</summary>
    public static ReportSection Of(EvaluationResult result, Func<Figure, Html> draw)
    {
        var all = result.Measurements.Max(row => row.Modalities.Count);
        var whole = result.Measurements.Where(row => row.Modalities.Count == all).ToList();
        var subsets = result.Measurements.Where(row => row is { Features: Evaluator.Trained, Classifier: "probe" }).ToList();
        var groups = result.TestGroups.Count == 0 ? string.Empty : $" of {string.Join(", ", result.TestGroups)}";
        return new ReportSection(
            "accuracy",
            "Accuracy",
            $"{result.Label} of {ReportText.Count(result.TestRecordings, "test recording")}{groups}, learned from "
                + $"{result.TrainingRecordings} labelled training recordings on frozen features.",
            Html.Of($"<div class=\"figures\">{draw(Features(whole, result))}{(subsets.Count > 1 ? draw(Subsets(subsets, result)) : Html.None)}</div>"));
    }

    /// <summary>What features are called.</summary>
    /// <param name="features">As in <see cref="Measurement.Features"/>.</param>
    internal static string NameOf(string features, string objective, bool isUnsupervised) => features switch
    {
        Evaluator.Trained => isUnsupervised ? $"contrastive ({objective})" : $"contrastive ({objective}, supervised)",
        Evaluator.Untrained => "untrained encoders",
        _ => "no encoder",
    };

    private static Figure Features(List<Measurement> rows, EvaluationResult result)
    {
        var names = rows.Select(row => $"{NameOf(row.Features, result.Objective, result.Unsupervised)}, {row.Classifier}").ToList();
        return Bars(
            "accuracy-features",
            "Accuracy of each kind of features",
            names,
            rows,
            result,
            ["features, classifier"],
            row => [],
            "All modalities. Every row saw the same recordings. The probe is the paper's prediction layer (fc, ReLU, fc), linear a "
                + "single layer, knn the nearest neighbours by cosine. "
            + "Whiskers: Wilson's 95 % interval as if recordings were independent, which those of one speaker are not quite.");
    }

    private static Figure Subsets(List<Measurement> subsets, EvaluationResult result)
    {
        var difference = subsets[0].Accuracy;
        return Bars(
            "accuracy-subsets",
            "Accuracy of each subset of modalities",
            [.. subsets.Select(row => ReportText.Join(row.Modalities))],
            subsets,
            result,
            ["modalities"],
            row => [row == subsets[0] ? "–" : Signed(row.Accuracy - difference)],
            Describe(subsets, result));
    }

    private static Html Describe(List<Measurement> subsets, EvaluationResult result)
    {
        var every = (1 << result.Modalities.Count) - 1;
        Html which = subsets.Count == every
            ? Html.Of($"All 2<sup>{result.Modalities.Count}</sup> − 1 = {every} subsets.")
            : "All modalities and each alone; evaluation.maximumSubsetModalities sets up to how many modalities every subset is measured.";
        return Html.Of($"The probe on the trained encoders' features, trained anew for each subset. {which}");
    }

    private static Figure Bars(
        string id,
        string title,
        IReadOnlyList<string> names,
        List<Measurement> rows,
        EvaluationResult result,
        IReadOnlyList<string> heading,
        Func<Measurement, IReadOnlyList<Html>> further,
        Html caption)
    {
        var intervals = rows.Select(row => WilsonInterval.Of(row.Accuracy, result.TestRecordings)).ToList();
        var isCompared = further(rows[0]).Count > 0;
        var chart = new BarChart(names, [new BarSeries("accuracy", [.. rows.Select(row => (double?)row.Accuracy)])
        {
            Tones = [.. rows.Select(row => ToneOf(row.Features))],
            Low = [.. intervals.Select(interval => (double?)interval.Low)],
            High = [.. intervals.Select(interval => (double?)interval.High)],
        }])
        {
            Horizontal = true, Lines = [new BarLine("majority class", result.MajorityAccuracy)], Whiskers = Whiskers,
        };
        var table = new DataTable(
            title,
            [.. heading, "accuracy", Whiskers, "recordings right", .. isCompared ? ["against all"] : Array.Empty<string>()],
            [
                .. names.Zip(rows, intervals).Select(row => new DataRow(
                    [
                        row.First,
                        ReportText.Percent(row.Second.Accuracy),
                        Range(row.Third),
                        ReportText.Count(row.Second.Correct.Count(right => right)),
                        .. further(row.Second),
                    ])),
                .. isCompared
                    ? Array.Empty<DataRow>()
                    : [new DataRow("majority class", ReportText.Percent(result.MajorityAccuracy), "–", "–")],
            ]);
        var summary = $"{title}: {string.Join("; ", names.Zip(rows, (name, row) => $"{name} {ReportText.Percent(row.Accuracy)}"))}; majority class {ReportText.Percent(result.MajorityAccuracy)}.";
        return new Figure(id, title, summary, chart, table, caption);
    }

    private static string ToneOf(string features) =>
        features switch { Evaluator.Trained => "trained", Evaluator.Untrained => "untrained", _ => "none" };

    private static string Range(WilsonInterval interval) => $"{ReportText.Percent(interval.Low)} to {ReportText.Percent(interval.High)}";

    private static string Signed(double difference) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{100 * difference:+0.0;−0.0;0.0} points");
}
