using Mpuc.Host.Evaluation;
using Mpuc.Host.Protocol;
using Mpuc.Host.Reporting.Charts;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;
using Mpuc.Host.Reporting.Runs;

namespace Mpuc.Host.Reporting.Protocols;

/// <summary>The page of a cross-validation.</summary>
internal static class CrossValidationReport
{
    /// <summary>Puts the page together.</summary>
    public static ReportPage Of(ProtocolFiles files, bool drawn, DateTimeOffset made)
    {
        Html Draw(Figure figure) => figure.ToHtml(drawn);
        var missing = new List<Missing>();
        var result = files.Results<CrossValidationResult>(missing) ?? PartialCrossValidation.Read(files, missing);
        ReportSection?[] sections =
        [
            Overview(result, missing),
            result is null ? null : Folds(result, Draw),
            result is null ? null : Classes(result, Draw),
            ProtocolSections.Training(files.Trainings(string.Empty), Draw),
            ProtocolSections.Setup(files, result is null ? [] : Facts(result)),
        ];
        return new ReportPage(
            files.Name,
            Html.Of($"<span>Cross-validation</span>{(result is null ? Html.None : Badge.Of(result.Unsupervised))}"),
            result is null
                ? ReportText.Count(files.Folds, "fold")
                : $"{result.Results[0].Label}, {result.Configuration}; "
                    + $"{ProtocolSections.Describe(result.Folds, result.By, result.Group)}; "
                    + $"{ReportText.Count(result.Results.Sum(fold => fold.TestRecordings), "test recording")} in all.",
            [.. sections.OfType<ReportSection>()],
            made);
    }

    private static ReportSection Overview(CrossValidationResult? result, List<Missing> missing) => new(
        "overview",
        "At a glance",
        Html.None,
        result is null ? Missing.Notice(missing) : Html.Of(
            $"""
            {Missing.Notice(missing)}{Tile.Row(Rows(result).Select((row, place) => new Tile(row.Name, ReportText.Percent(row.Spread.Mean), $"± {ReportText.Percent(row.Spread.Std)}", IsLead: place == 0)))}
            <ul class="findings">{OverviewSection.Finding("Against untrained encoders", "untrained", result.AgainstFloor)}{OverviewSection.Finding("Against no encoder", "no encoder", result.AgainstNoEncoder)}</ul>
            """));

    private static IReadOnlyList<(
        string Name, string Tone, Spread Spread, Func<EvaluationResult, double> Of)> Rows(CrossValidationResult result) =>
    [
        (
            AccuracySection.NameOf(Evaluator.Trained, result.Results[0].Objective, result.Unsupervised),
            "trained",
            result.Accuracy,
            fold => fold.Accuracy),
        ("untrained encoders", "untrained", result.FloorAccuracy, fold => fold.FloorAccuracy),
        ("no encoder", "none", result.NoEncoderAccuracy, fold => fold.NoEncoderAccuracy),
        ("majority class", "untrained", result.MajorityAccuracy, fold => fold.MajorityAccuracy),
    ];

    private static ReportSection Folds(CrossValidationResult result, Func<Figure, Html> draw)
    {
        var rows = Rows(result);
        return new ReportSection(
            "accuracy",
            "Accuracy",
            "The probe on frozen features of all modalities; mean and sample deviation over folds.",
            Html.Of($"<div class=\"figures\">{draw(FoldBars("folds", "Accuracy over the folds", rows.Select(row => (row.Name, row.Tone, result.Results.Select(row.Of).ToList())), result))}{Subsets(result, draw)}</div>"));
    }

    private static Html Subsets(CrossValidationResult result, Func<Figure, Html> draw)
    {
        var subsets = result.Results.SelectMany(fold => fold.Measurements)
            .Where(row => row is { Features: Evaluator.Trained, Classifier: "probe" })
            .GroupBy(row => ReportText.Join(row.Modalities)).Select(group =>
                (group.Key, "trained", group.Select(row => row.Accuracy).ToList())).ToList();
        return subsets.Count < 2 ? Html.None : draw(FoldBars("subsets", "Accuracy of each subset of modalities", subsets, result));
    }

    private static Figure FoldBars(
        string id, string title, IEnumerable<(string Name, string Tone, List<double> Values)> rows, CrossValidationResult result)
    {
        var list = rows.Select(row => (row.Name, row.Tone, row.Values, Spread: Spread.Of(row.Values))).ToList();
        var isSeveral = result.Folds > 1;
        var series = new BarSeries("accuracy", [.. list.Select(row => (double?)row.Spread.Mean)])
        {
            Tones = [.. list.Select(row => row.Tone)],
            Low = isSeveral ? [.. list.Select(row => (double?)Math.Max(0, row.Spread.Mean - row.Spread.Std))] : null,
            High = isSeveral ? [.. list.Select(row => (double?)Math.Min(1, row.Spread.Mean + row.Spread.Std))] : null,
            Dots = isSeveral ? [.. list.Select(row => (IReadOnlyList<double>)row.Values)] : null,
        };
        var heading = result.Results.Select((fold, place) =>
            fold.TestGroups.Count == 0 ? $"fold {place + 1}" : $"fold {place + 1} ({string.Join(", ", fold.TestGroups)})");
        return new Figure(
            id,
            title,
            $"{title}: {string.Join("; ", list.Select(row => $"{row.Name} {ReportText.Percent(row.Spread)}"))}.",
            new BarChart([.. list.Select(row => row.Name)], [series])
            {
                Horizontal = true,
                Whiskers = "mean ± deviation",
                DotsName = "folds",
            },
            new DataTable(
                title, ["row", "mean ± deviation", .. heading],
                [
                    .. list.Select(row =>
                        new DataRow(
                            [row.Name, ReportText.Percent(row.Spread), .. row.Values.Select(value => (Html)ReportText.Percent(value))])),
                ]),
            "Whiskers are a sample deviation to each side, dots the folds.");
    }

    private static ReportSection Classes(CrossValidationResult result, Func<Figure, Html> draw)
    {
        var counts = result.Results.SelectMany(fold => fold.Metrics.Classes)
            .GroupBy(one => one.Key, StringComparer.Ordinal)
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .ToDictionary(
                one => one.Key, one => one.Select(pair => pair.Value).Aggregate((first, second) => first + second), StringComparer.Ordinal);
        var confusion = PooledConfusion.Of(result.Results.Select(fold => (fold.Classes, fold.Confusion)));
        Figure[] figures =
        [
            .. confusion is null
                ? Array.Empty<Figure>()
                :
                [
                    ClassFigures.Confusion(
                        "confusion",
                        "Confusion matrix",
                        confusion.Classes,
                        confusion.Counts,
                        "Counts of the test recordings of all folds; the shade is the share of the true class."),
                ],
            ClassFigures.PerClass(counts),
        ];
        return new ReportSection(
            "classes",
            "Classes",
            "The probe on all modalities, the test recordings of all folds together.",
            Html.Of($"<div class=\"figures{(figures.Length > 1 ? " pair" : string.Empty)}\">{figures.Select(draw)}</div>"));
    }

    private static IReadOnlyList<DataRow> Facts(CrossValidationResult result) =>
    [
        new("label", result.Results[0].Label),
        new("objective", result.Results[0].Objective),
        new("folds", ProtocolSections.Describe(result.Folds, result.By, result.Group)),
        new("seed", ReportText.Count(result.Seed)),
        .. result.Jobs == 0
            ? Array.Empty<DataRow>()
            : [new DataRow("work", new ThreadBudget(result.Jobs, result.ThreadsPerJob).Describe())],
    ];
}
