using Mpuc.Host.Protocol;

namespace Mpuc.Host.Reporting;

/// <summary>The table of a comparison, as a chart and in numbers: our rows, and those quoted from publications, set apart.</summary>
/// <param name="result">The comparison.</param>
internal sealed class ComparisonRows(ComparisonResult result)
{
    /// <summary>What a row's method is called.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The name.</returns>
    public string NameOf(ComparisonRow row) => row.Method switch
    {
        MajorityMethod.Name => "majority class",
        NoEncoderMethod.Name => "no encoder",
        FloorMethod.Name => "untrained encoders (floor)",
        SupervisedMethod.LateFusion => "late fusion",
        SupervisedMethod.AttentionFusion => "attention fusion",
        AutoencoderMethod.Name => "CAE-LR",
        ContrastiveMethod.Name => $"contrastive ({result.Objective})",
        _ => row.Method,
    };

    /// <summary>A row's name with its modalities.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The name.</returns>
    public string FullNameOf(ComparisonRow row) => row.Modalities.Count == 0 ? NameOf(row) : $"{NameOf(row)}: {ReportText.Join(row.Modalities)}";

    /// <summary>The figure.</summary>
    /// <returns>Bars with deviations and folds; quoted rows are outlines.</returns>
    public Figure Figure()
    {
        var ours = result.Rows;
        var quoted = result.Published;
        var series = new BarSeries("accuracy", [.. ours.Select(row => (double?)row.Accuracy.Mean), .. quoted.Select(figure => (double?)figure.Accuracy)])
        {
            Tones = [.. ours.Select(ToneOf), .. quoted.Select(_ => "quoted")],
            Hollow = [.. ours.Select(_ => false), .. quoted.Select(_ => true)],
            Low = [.. ours.Select(row => row.Folds > 1 ? (double?)Math.Max(0, row.Accuracy.Mean - row.Accuracy.Std) : null), .. quoted.Select(_ => (double?)null)],
            High = [.. ours.Select(row => row.Folds > 1 ? (double?)Math.Min(1, row.Accuracy.Mean + row.Accuracy.Std) : null), .. quoted.Select(_ => (double?)null)],
            Dots = [.. ours.Select(row => row.Folds > 1 ? row.PerFold : []), .. quoted.Select(_ => (IReadOnlyList<double>)[])],
        };
        var chart = new BarChart([.. ours.Select(FullNameOf), .. quoted.Select(figure => $"{figure.Method}{(figure.Modalities.Count == 0 ? string.Empty : ": " + ReportText.Join(figure.Modalities))} (quoted)")], [series])
        {
            Horizontal = true, Whiskers = "mean ± deviation", DotsName = "folds",
        };
        return new Figure(
            "comparison",
            "Accuracy of every row",
            $"Mean accuracy: {string.Join("; ", ours.Select(row => $"{FullNameOf(row)} {ReportText.Percent(row.Accuracy)}"))}.",
            chart,
            PerFold(),
            Caption(quoted.Count > 0));
    }

    /// <summary>The table.</summary>
    /// <returns>One line per row.</returns>
    public DataTable Table() => new(
        "Mean ± sample deviation over folds; the last three columns compare the contrastive row of all modalities with each row over all test recordings."
        + (result.Published.Count == 0 ? string.Empty : $" Quoted, not measured here: {string.Join("; ", result.Published.Select(figure => figure.Source).Distinct())}."),
        ["method", "modalities", "labels train", "folds", "accuracy", "macro F1", "w-ACC", "only contrastive right", "only this right", "McNemar p"],
        [.. result.Rows.Select(Line), .. result.Published.Select(Line)])
    {
        Words = 3,
    };

    private DataTable PerFold()
    {
        var folds = result.Rows.Max(row => row.Folds);
        return new DataTable(
            "Mean, sample deviation and each fold's accuracy",
            ["row", "mean", "deviation", .. Enumerable.Range(1, folds).Select(fold => FormattableString.Invariant($"fold {fold}"))],
            [
                .. result.Rows.Select(row => new DataRow(
                    [FullNameOf(row), ReportText.Percent(row.Accuracy.Mean), ReportText.Percent(row.Accuracy.Std), .. Enumerable.Range(0, folds).Select(fold => (Html)ReportText.Percent(fold < row.Folds ? row.PerFold[fold] : null))])),
                .. result.Published.Select(figure => new DataRow(
                    [Html.Of($"{figure.Method}: {ReportText.Join(figure.Modalities)} {Quoted}"), ReportText.Percent(figure.Accuracy), "–", .. Enumerable.Repeat((Html)"–", folds)]) { Class = "quoted" }),
            ]);
    }

    private static Html Quoted => Html.Of($"<span class=\"quoted-mark\">quoted</span>");

    private DataRow Line(ComparisonRow row) => new(
        NameOf(row),
        ReportText.Join(row.Modalities),
        row.Supervised ? "features and classifier" : "classifier",
        ReportText.Count(row.Folds),
        ReportText.Percent(row.Accuracy),
        ReportText.Percent(row.MacroF1),
        ReportText.Percent(row.WeightedAccuracy),
        row.ContrastiveAgainst is { } test ? ReportText.Count(test.OnlyFirst) : "–",
        row.ContrastiveAgainst is { } second ? ReportText.Count(second.OnlySecond) : "–",
        row.ContrastiveAgainst is { } third ? ReportText.P(third) : "–")
    {
        Class = row.Method == ContrastiveMethod.Name ? "lead" : string.Empty,
    };

    private static DataRow Line(PublishedFigure figure) => new(
        Html.Of($"{figure.Method} {Quoted}"),
        ReportText.Join(figure.Modalities),
        figure.Supervised switch { true => "features and classifier", false => "classifier", null => "–" },
        "–",
        ReportText.Percent(figure.Accuracy),
        "–",
        "–",
        "–",
        "–",
        "–")
    {
        Class = "quoted",
    };

    private static string ToneOf(ComparisonRow row) => row.Method switch
    {
        ContrastiveMethod.Name => "trained",
        FloorMethod.Name or MajorityMethod.Name => "untrained",
        NoEncoderMethod.Name => "none",
        AutoencoderMethod.Name => "other",
        _ => "supervised",
    };

    private static string Caption(bool isQuoted) =>
        "Blue: contrastive; violet: supervised baselines, whose features learned from labels; grey: majority class and untrained encoders; ochre: no encoder; green: CAE-LR. "
        + "Whiskers are a sample deviation to each side, dots the folds."
        + (isQuoted ? " Dashed outlines are quoted from publications, with other modalities, backbones or folds: they were not measured here." : string.Empty);
}
