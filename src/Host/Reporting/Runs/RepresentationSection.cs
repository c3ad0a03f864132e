using Mpuc.Host.Evaluation.Representation;
using Mpuc.Host.Reporting.Charts;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;

namespace Mpuc.Host.Reporting.Runs;

/// <summary>What a run's embeddings look like without any label.</summary>
internal static class RepresentationSection
{
    // So many pairs fit into half the page's width.
    private const int Few = 2;

    /// <summary>Writes the section.</summary>
    public static ReportSection Of(RepresentationMeasures measures, string recordings, Func<Figure, Html> draw) => new(
        "retrieval",
        "Retrieval",
        $"Measured on {recordings}, without labels: an embedding is the projection of a recording's features, of length 1.",
        Html.Of(
            $"""
            <div class="figures{(measures.Retrieval.Count <= Few ? " pair" : string.Empty)}">{(measures.Retrieval.Count == 0 ? Html.None : draw(Retrieval(measures.Retrieval)))}
            <div class="card"><h3>Alignment and uniformity</h3>{Geometry(measures).ToHtml()}</div></div>
            """));

    private static Figure Retrieval(IReadOnlyList<RetrievalRecall> rows)
    {
        (string Name, Func<RetrievalRecall, double> Of, Func<RetrievalRecall, double> Chance)[] depths =
        [
            ("recall@1", row => row.At1, row => row.ChanceAt1),
            ("recall@5", row => row.At5, row => row.ChanceAt5),
            ("recall@10", row => row.At10, row => row.ChanceAt10),
        ];
        var names = rows.Select(row => $"{row.Query} → {row.Target}").ToList();
        var chart = new BarChart(
            names,
            [
                .. depths
                    .Select(depth =>
                        new BarSeries(
                            depth.Name, [.. rows.Select(row => (double?)depth.Of(row))]) { Marks = [.. rows.Select(depth.Chance)] }),
            ])
        {
            MarksName = "by chance",
            Maximum = Math.Min(1, Math.Ceiling(10 * 1.15 * rows.Max(row => Math.Max(row.At10, row.ChanceAt10))) / 10),
        };
        var table = new DataTable(
            "Recall of each ordered pair of modalities",
            ["query → target", "recordings", .. depths.SelectMany(depth => new[] { depth.Name, "chance" })],
            [
                .. names.Zip(rows).Select(row => new DataRow(
                    [
                        row.First,
                        ReportText.Count(row.Second.Recordings),
                        .. depths
                            .SelectMany(depth =>
                                new Html[] { ReportText.Percent(depth.Of(row.Second)), ReportText.Percent(depth.Chance(row.Second)) }),
                    ])),
            ]);
        return new Figure(
            "retrieval-recall",
            "Retrieval of each ordered pair",
            $"Recall at 10: {string.Join("; ", names.Zip(rows, (name, row) => $"{name} {ReportText.Percent(row.At10)}, by chance {ReportText.Percent(row.ChanceAt10)}"))}.",
            chart,
            table,
            "How often a recording is among the 1, 5 or 10 most similar in the other modality. The short lines across the bars are "
                + "chance.");
    }

    private static DataTable Geometry(RepresentationMeasures measures) => new(
        "Alignment: mean squared distance of a recording's two embeddings, 0 (the same) to 4. Uniformity: 0 (all embeddings alike) "
            + "towards −4 (spread over the sphere).",
        ["measure", "of", "value"],
        [
            .. measures.Alignment.Select(pair => new DataRow("alignment", pair.Key, ReportText.Number(pair.Value))),
            .. measures.Uniformity.Select(modality => new DataRow("uniformity", modality.Key, ReportText.Number(modality.Value))),
        ])
    {
        Words = 2,
    };
}
