using System.Globalization;
using Spectre.Console;

namespace Mpuc.Host.Evaluation.Representation;

/// <summary>The geometry of embeddings for people.</summary>
internal static class RepresentationTable
{
    /// <summary>One row per ordered pair of modalities.</summary>
    public static Table Of(RepresentationMeasures measures)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("retrieval");
        foreach (var name in new[]
        {
            "recall@1 % (chance)", "recall@5 % (chance)", "recall@10 % (chance)", "alignment", "uniformity of the target",
        })
        {
            table.AddColumn(name, column => column.RightAligned());
        }

        foreach (var row in measures.Retrieval)
        {
            var alignment = measures.Alignment.GetValueOrDefault(
                $"{row.Query}, {row.Target}", measures.Alignment.GetValueOrDefault($"{row.Target}, {row.Query}"));
            table.AddRow(
                Markup.Escape($"{row.Query} > {row.Target}"),
                Recall(row.At1, row.ChanceAt1),
                Recall(row.At5, row.ChanceAt5),
                Recall(row.At10, row.ChanceAt10),
                alignment.ToString("0.000", CultureInfo.InvariantCulture),
                measures.Uniformity[row.Target].ToString("0.000", CultureInfo.InvariantCulture));
        }

        return table;
    }

    private static string Recall(double recall, double chance) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * recall:0.0} ({100 * chance:0.0})");
}
