using System.Text.Json;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Protocol;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;

namespace Mpuc.Host.Reporting.Protocols;

/// <summary>A comparison's table before its end: each method over the folds that are done.</summary>
internal static class PartialComparison
{
    /// <summary>Reads what there is.</summary>
    /// <param name="missing">Told of what is not done, and of damaged files.</param>
    /// <returns>The table; rows may stand on different folds.</returns>
    public static ComparisonResult Read(ProtocolFiles files, List<Missing> missing)
    {
        var folds = files.FoldFolders.Select(folder => Methods(folder, missing)).ToList();
        var order = MethodCatalog.Names.ToList();
        var rows = folds.SelectMany((fold, number) => fold.Select(row => (Number: number, Row: row)))
            .GroupBy(pair => (pair.Row.Method, Modalities: string.Join('\n', pair.Row.Modalities)))
            .OrderBy(group => order.IndexOf(group.Key.Method))
            .Select(group => group.ToDictionary(pair => pair.Number, pair => pair.Row)).ToList();
        var widest = rows.Where(row => row.Values.First().Method == ContrastiveMethod.Name)
            .MaxBy(row => row.Values.First().Modalities.Count);
        missing.Insert(
            0,
            files.Unfinished(
                $"{ReportText.Count(folds.Sum(fold => fold.Count), "row")} of single folds are there, on "
                    + $"{folds.Count(fold => fold.Count > 0)} of {files.Folds} folds"));
        return new ComparisonResult
        {
            Configuration = files.Name,
            Data = files.Setting("data", "kind"),
            Label = files.Setting("data", "label"),
            Objective = files.Setting("objective", "variant"),
            Folds = folds.Count(fold => fold.Count > 0),
            By = files.Setting("data", "split", "by"),
            Group = null,
            Seed = (int?)files.Configuration["seed"] ?? 0,
            Jobs = 0,
            ThreadsPerJob = 0,
            TestRecordings = folds.Where(fold => fold.Count > 0).Sum(fold => fold[0].Correct.Count),
            Rows =
            [
                .. rows.Select(row =>
                    ComparisonRow.Of([.. row.OrderBy(pair => pair.Key).Select(pair => pair.Value)], OfSameFolds(widest, row))),
            ],
            Published = PublishedFigures.For(
                files.Setting("data", "kind"), files.Setting("data", "label"), files.Setting("data", "split", "by")),
        };
    }

    private static IReadOnlyList<MethodRow>? OfSameFolds(Dictionary<int, MethodRow>? contrastive, Dictionary<int, MethodRow> row) =>
        contrastive is not null && row.Keys.All(contrastive.ContainsKey) ? [.. row.Keys.Order().Select(fold => contrastive[fold])] : null;

    private static List<MethodRow> Methods(string folder, List<Missing> missing)
    {
        var rows = new List<MethodRow>();
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            rows.AddRange(
                ReportFile.ReadIfThere(
                    file, text => JsonSerializer.Deserialize<List<MethodRow>>(text, EvaluationJson.Options), out var problem)
                    ?? []);
            if (problem is not null)
            {
                missing.Add(new Missing(problem));
            }
        }

        return rows;
    }
}
