using Mpuc.Host.Protocol;
using Mpuc.Host.Reporting.Charts;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;
using Mpuc.Host.Reporting.Runs;

namespace Mpuc.Host.Reporting.Protocols;

/// <summary>The page of a comparison.</summary>
internal static class ComparisonReport
{
    /// <summary>Puts the page together.</summary>
    public static ReportPage Of(ProtocolFiles files, bool drawn, DateTimeOffset made)
    {
        Html Draw(Figure figure) => figure.ToHtml(drawn);
        var missing = new List<Missing>();
        var result = files.Results<ComparisonResult>(missing) ?? PartialComparison.Read(files, missing);
        var rows = new ComparisonRows(result);
        ReportSection?[] sections =
        [
            Overview(result, rows, missing),
            result.Rows.Count == 0 ? null : Table(result, rows, Draw),
            Confusions(result, rows, Draw),
            ProtocolSections.Training(files.Trainings(ContrastiveMethod.Name), Draw),
            ProtocolSections.Setup(files, Facts(result)),
        ];
        return new ReportPage(
            files.Name,
            Html.Of($"<span>Comparison</span>"),
            $"{result.Label}, {result.Configuration}; {ProtocolSections.Describe(result.Folds, result.By, result.Group)}; "
                + $"{ReportText.Count(result.TestRecordings, "test recording")} in all.",
            [.. sections.OfType<ReportSection>()],
            made);
    }

    private static ReportSection Overview(ComparisonResult result, ComparisonRows rows, List<Missing> missing)
    {
        var contrastive = result.Rows.Where(row => row.Method == ContrastiveMethod.Name).MaxBy(row => row.Modalities.Count);
        string[] peers = [UntrainedMethod.Name, NoEncoderMethod.Name, SupervisedMethod.LateFusion, SupervisedMethod.AttentionFusion];
        var tiles = new[] { contrastive }
            .Concat(peers.Select(peer => result.Rows.FirstOrDefault(row => row.Method == peer)))
            .OfType<ComparisonRow>()
            .Select(row =>
                new Tile(
                    rows.NameOf(row),
                    ReportText.Percent(rows.HeadOf(row)?.Mean),
                    $"± {ReportText.Percent(rows.HeadOf(row)?.Std)}, {ReportText.Count(row.Folds, "fold")}",
                    row == contrastive));
        var findings = result.Rows.Where(row => peers.Contains(row.Method) && row.ContrastiveAgainst is not null)
            .Select(row => OverviewSection.Finding($"Contrastive against {rows.NameOf(row)}", rows.NameOf(row), row.ContrastiveAgainst!));
        return new ReportSection(
            "overview",
            "At a glance",
            Html.None,
            Html.Of($"{Missing.Notice(missing)}{Tile.Row(tiles)}<ul class=\"findings\">{findings}</ul>"));
    }

    private static ReportSection Table(ComparisonResult result, ComparisonRows rows, Func<Figure, Html> draw) => new(
        "rows",
        "Rows",
        "Every method saw the same folds, training recordings, windows and seed. McNemar's exact test treats recordings as independent, "
            + "which those of one speaker are not quite.",
        Html.Of($"<div class=\"figures\">{draw(rows.Figure())}</div><div class=\"card\"><h3>In numbers</h3>{rows.Table().ToHtml()}</div>{(rows.Classes() is { } classes ? Html.Of($"<div class=\"card\"><h3>Classes</h3>{classes.ToHtml()}</div>") : Html.None)}"));

    private static ReportSection? Confusions(ComparisonResult result, ComparisonRows rows, Func<Figure, Html> draw)
    {
        var figures = result.Rows.Where(row => row is { Confusion: not null, Modalities.Count: > 0 })
            .Select((row, i) => ClassFigures.Confusion(
            FormattableString.Invariant($"confusion-{i + 1}"),
            rows.FullNameOf(row),
            row.Confusion!.Classes,
            row.Confusion.Counts,
            $"Counts over the test recordings of {ReportText.Count(row.Folds, "fold")}; the shade is the share of the true class.")).ToList();
        return (figures.Count, result.Rows.Count) switch
        {
            (0, 0) => null,
            (0, _) => new ReportSection(
                "classes",
                "Confusions",
                "These results hold none: they are of several labels, or an earlier version of mpuc wrote them; comparing into a new "
                    + "folder keeps them.",
                Html.None),
            _ =>
                new ReportSection("classes", "Confusions", Html.None, Html.Of($"<div class=\"figures pair\">{figures.Select(draw)}</div>")),
        };
    }

    private static IReadOnlyList<DataRow> Facts(ComparisonResult result) =>
    [
        new("data", result.Data),
        new("label", result.Label),
        new("objective", result.Objective),
        new("folds", ProtocolSections.Describe(result.Folds, result.By, result.Group)),
        new("seed", ReportText.Count(result.Seed)),
        .. result.Jobs == 0
            ? Array.Empty<DataRow>()
            : [new DataRow("work", new ThreadBudget(result.Jobs, result.ThreadsPerJob).Describe())],
    ];
}
