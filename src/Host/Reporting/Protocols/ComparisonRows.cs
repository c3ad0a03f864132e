using Mpuc.Host.Protocol;
using Mpuc.Host.Reporting.Charts;
using Mpuc.Host.Reporting.Markup;

namespace Mpuc.Host.Reporting.Protocols;

/// <summary>
/// The rows of a comparison, as a chart and in numbers: our own, and those quoted from publications, set apart. What counts is the
/// accuracy, or, with several labels at a time, w-ACC.
/// </summary>
/// <param name="result">The comparison, with at least one row.</param>
internal sealed class ComparisonRows(ComparisonResult result)
{
    private static readonly Html Quoted = Html.Of($"<span class=\"quoted-mark\">quoted</span>");

    private bool IsMultiLabel => result.Rows.Any(row => row.Classes is not null);

    /// <summary>What a row's method is called.</summary>
    public string NameOf(ComparisonRow row) => row.Method switch
    {
        MajorityMethod.Name => "majority class",
        NoEncoderMethod.Name => "no encoder",
        UntrainedMethod.Name => "untrained encoders",
        SupervisedMethod.LateFusion => "late fusion",
        SupervisedMethod.AttentionFusion => "attention fusion",
        AutoencoderMethod.Name => "CAE-LR",
        ContrastiveMethod.Name => $"contrastive ({result.Objective})",
        _ => row.Method,
    };

    /// <summary>A row's name with its modalities.</summary>
    public string FullNameOf(ComparisonRow row) => WithModalities(NameOf(row), row.Modalities);

    /// <summary>The figure that counts.</summary>
    /// <returns>Its spread; null where there is none.</returns>
    public Spread? HeadOf(ComparisonRow row) => IsMultiLabel ? row.WeightedAccuracy : row.Accuracy;

    /// <summary>The figure.</summary>
    public Figure Figure()
    {
        var ours = result.Rows;
        var quoted = result.Published.Where(figure => HeadOf(figure) is not null).ToList();
        var measure = IsMultiLabel ? "w-ACC" : "accuracy";
        var none = quoted.Select(_ => (double?)null).ToList();
        var series = new BarSeries(measure, [.. ours.Select(row => HeadOf(row)?.Mean), .. quoted.Select(HeadOf)])
        {
            Tones = [.. ours.Select(ToneOf), .. quoted.Select(_ => "quoted")],
            Hollow = [.. ours.Select(_ => false), .. quoted.Select(_ => true)],
            Low = [.. ours.Select(row => End(row, -1)), .. none],
            High = [.. ours.Select(row => End(row, 1)), .. none],
            Dots =
            [
                .. ours.Select(row => row.Folds > 1 && !IsMultiLabel ? row.PerFold : []),
                .. quoted.Select(_ => (IReadOnlyList<double>)[]),
            ],
        };
        var chart = new BarChart(
            [.. ours.Select(FullNameOf), .. quoted.Select(figure => $"{WithModalities(figure.Method, figure.Modalities)} (quoted)")],
            [series])
        {
            Horizontal = true, Whiskers = "mean ± deviation", DotsName = "folds",
        };
        return new Figure(
            "comparison",
            IsMultiLabel ? "w-ACC of every row" : "Accuracy of every row",
            $"Mean {measure}: {string.Join("; ", ours.Select(row => $"{FullNameOf(row)} {ReportText.Percent(HeadOf(row))}"))}.",
            chart,
            PerFold(),
            Caption(quoted.Count > 0));
    }

    /// <summary>The table.</summary>
    public DataTable Table() => new(
        $"Mean ± sample deviation over folds{(IsMultiLabel ? "; w-ACC and both F1 are means over the classes" : string.Empty)}; the "
            + "last three columns compare the contrastive row of all modalities with each row: test recordings that only one of the two "
            + "gets right, and what chance would say to it."
        + (result.Published.Count == 0 ? string.Empty : $" Quoted, not measured here: {string.Join("; ", result.Published.Select(figure => figure.Source).Distinct(StringComparer.Ordinal))}."),
        [
            "method",
            "modalities",
            "labels train",
            "folds",
            IsMultiLabel ? "all classes right" : "accuracy",
            "macro F1",
            .. IsMultiLabel ? ["weighted F1"] : Array.Empty<string>(),
            "w-ACC",
            "only contrastive", "only this", "McNemar p",
        ],
        [.. result.Rows.Select(Line), .. result.Published.Select(Line)])
    {
        Words = 3,
    };

    /// <summary>Each class of a task with several labels at a time.</summary>
    /// <returns>The table; null for other tasks.</returns>
    public DataTable? Classes()
    {
        var names = result.Rows.SelectMany(row => row.Classes?.Keys ?? []).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? null : new DataTable(
            "w-ACC / weighted F1 of each class, means over folds; of quoted rows as published, whichever F1 that is",
            ["method", "modalities", .. names],
            [
                .. result.Rows.Select(row => new DataRow(
                    [NameOf(row), ReportText.Join(row.Modalities), .. names.Select(name => row.Classes?.GetValueOrDefault(name) is { } figures ? Pair(figures.WeightedAccuracy?.Mean, figures.WeightedF1.Mean) : "–")])),
                .. result.Published.Select(figure => new DataRow(
                    [Html.Of($"{figure.Method} {Quoted}"), ReportText.Join(figure.Modalities), .. names.Select(name => figure.Classes.GetValueOrDefault(name) is { } figures ? Pair(figures.WeightedAccuracy, figures.F1) : "–")]) { Class =
                        "quoted" }),
            ])
        {
            Words = 2,
        };
    }

    private static Html Pair(double? first, double? second) => $"{ReportText.Percent(first)} / {ReportText.Percent(second)}";

    private static string WithModalities(string method, IReadOnlyList<string> modalities) =>
        modalities.Count == 0 ? method : $"{method}: {ReportText.Join(modalities)}";

    private double? HeadOf(PublishedFigure figure) => IsMultiLabel ? figure.WeightedAccuracy : figure.Accuracy;

    private double? End(ComparisonRow row, int side) =>
        row.Folds > 1 && HeadOf(row) is { } spread ? Math.Clamp(spread.Mean + (side * spread.Std), 0, 1) : null;

    private DataTable PerFold()
    {
        var folds = IsMultiLabel ? 0 : result.Rows.Max(row => row.Folds);
        return new DataTable(
            IsMultiLabel ? "Mean and sample deviation of w-ACC" : "Mean, sample deviation and each fold's accuracy",
            ["row", "mean", "deviation", .. Enumerable.Range(1, folds).Select(fold => FormattableString.Invariant($"fold {fold}"))],
            [
                .. result.Rows.Select(row => new DataRow(
                    [FullNameOf(row), ReportText.Percent(HeadOf(row)?.Mean), ReportText.Percent(HeadOf(row)?.Std), .. Enumerable.Range(0, folds).Select(fold => (Html)ReportText.Percent(fold < row.Folds ? row.PerFold[fold] : null))])),
                .. result.Published.Select(figure => new DataRow(
                    [Html.Of($"{WithModalities(figure.Method, figure.Modalities)} {Quoted}"), ReportText.Percent(HeadOf(figure)), "–", .. Enumerable.Repeat((Html)"–", folds)]) { Class =
                        "quoted" }),
            ]);
    }

    private DataRow Line(ComparisonRow row) => new(
        [
            NameOf(row),
            ReportText.Join(row.Modalities),
            row.Supervised ? "features and classifier" : "classifier",
            ReportText.Count(row.Folds),
            ReportText.Percent(row.Accuracy),
            ReportText.Percent(row.MacroF1),
            .. IsMultiLabel ? [ReportText.Percent(row.MeanBinaryWeightedF1)] : Array.Empty<Html>(),
            ReportText.Percent(row.WeightedAccuracy),
            .. row.ContrastiveAgainst is { } test
                ? [ReportText.Count(test.OnlyFirst), ReportText.Count(test.OnlySecond), ReportText.P(test)]
                : new Html[] { "–", "–", "–" },
        ])
    {
        Class = row.Method == ContrastiveMethod.Name ? "lead" : string.Empty,
    };

    private DataRow Line(PublishedFigure figure) => new(
        [
            Html.Of($"{figure.Method} {Quoted}"),
            ReportText.Join(figure.Modalities),
            figure.Supervised switch { true => "features and classifier", false => "classifier", null => "–" },
            "–",
            ReportText.Percent(figure.Accuracy),
            "–",
            .. IsMultiLabel ? [ReportText.Percent(figure.F1)] : Array.Empty<Html>(),
            ReportText.Percent(figure.WeightedAccuracy),
            .. new Html[] { "–", "–", "–" },
        ])
    {
        Class = "quoted",
    };

    private static string ToneOf(ComparisonRow row) => row.Method switch
    {
        ContrastiveMethod.Name => "trained",
        UntrainedMethod.Name or MajorityMethod.Name => "untrained",
        NoEncoderMethod.Name => "none",
        AutoencoderMethod.Name => "other",
        _ => "supervised",
    };

    private static string Caption(bool isQuoted) =>
        "Blue: contrastive; violet: supervised baselines, whose features learned from labels; grey: majority class and untrained "
            + "encoders; ochre: no encoder; green: CAE-LR. "
        + "Whiskers are a sample deviation to each side, dots the folds."
        + (
            isQuoted
                ? " Dashed outlines are quoted from publications, with other modalities, backbones or folds: they were not measured here."
                : string.Empty);
}
