using System.Globalization;
using System.Text;
using Mpuc.Host.Evaluation;

namespace Mpuc.Host.Protocol;

/// <summary>A comparison on a task with several labels at a time, in the form of the paper's Tables II and IV.</summary>
internal static class MultiLabelTables
{
    /// <summary>Writes the overall figures and those of each class.</summary>
    public static void Append(StringBuilder page, ComparisonResult result)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"{result.TestRecordings} test recordings in all. Figures in %, mean (sample deviation) over folds: the means over classes "
                + $"of w-ACC, of the F1 of present and not present ");
        page.Append(
            "weighted by their recordings (weighted F1), and of the F1 of the class alone (F1); and the recordings of which every class "
                + "is judged rightly, which the tests compare.\n\n");
        page.Append(
            "| method | modalities | labels train | w-ACC | weighted F1 | F1 | all classes right | contrastive against it |\n| --- | "
                + "--- | --- | ---: | ---: | ---: | ---: | --- |\n");
        foreach (var row in result.Rows)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {NameOf(row, result)} | {MarkdownTables.Join(row.Modalities)} | {MarkdownTables.Labels(row.Supervised)} | "
                    + $"{MarkdownTables.Describe(row.WeightedAccuracy)} | ");
            page.Append(
                CultureInfo.InvariantCulture,
                $"{MarkdownTables.Describe(row.MeanBinaryWeightedF1)} | {MarkdownTables.Describe(row.MacroF1)} | "
                    + $"{MarkdownTables.Describe(row.Accuracy)} | ");
            page.Append(
                CultureInfo.InvariantCulture,
                $"{(row.ContrastiveAgainst is { } test ? EvaluationTables.Describe(test, row.Method) : string.Empty)} |\n");
        }

        AppendClasses(page, result);
    }

    private static void AppendClasses(StringBuilder page, ComparisonResult result)
    {
        List<string> classes = [.. result.Rows.SelectMany(row => row.Classes?.Keys ?? []).Distinct(StringComparer.Ordinal)];
        page.Append("\nw-ACC / weighted F1 of each class, means over folds");
        page.Append(result.Published.Count > 0 ? "; of quoted rows w-ACC / F1 as published, whichever F1 that is.\n\n" : ".\n\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"| method | modalities | {string.Join(" | ", classes)} | overall | source |\n| --- | --- "
                + $"|{string.Concat(classes.Select(_ => " ---: |"))} ---: | --- |\n");
        foreach (var row in result.Rows)
        {
            var cells = classes.Select(name =>
                row.Classes!.TryGetValue(name, out var figures)
                    ? Pair(figures.WeightedAccuracy?.Mean, figures.WeightedF1.Mean)
                    : string.Empty);
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {NameOf(row, result)} | {MarkdownTables.Join(row.Modalities)} | {string.Join(" | ", cells)} | "
                    + $"{Pair(row.WeightedAccuracy?.Mean, row.MeanBinaryWeightedF1?.Mean)} | measured here |\n");
        }

        foreach (var figure in result.Published)
        {
            var cells = classes.Select(name =>
                figure.Classes.TryGetValue(name, out var figures) ? $"*{Pair(figures.WeightedAccuracy, figures.F1)}*" : string.Empty);
            page.Append(
                CultureInfo.InvariantCulture,
                $"| *{figure.Method}* (quoted) | {MarkdownTables.Join(figure.Modalities)} | {string.Join(" | ", cells)} | "
                    + $"*{Pair(figure.WeightedAccuracy, figure.F1)}* | {figure.Source} |\n");
        }
    }

    private static string NameOf(ComparisonRow row, ComparisonResult result) => MarkdownTables.NameOf(row, result.Objective);

    private static string Pair(double? first, double? second) => $"{Or(first)} / {Or(second)}";

    private static string Or(double? fraction) => fraction is null ? "-" : MarkdownTables.Percent(fraction);
}
