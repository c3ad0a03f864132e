using System.Text.Json;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Protocol;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;

namespace Mpuc.Host.Reporting.Protocols;

/// <summary>A cross-validation before its end: the folds that are evaluated.</summary>
internal static class PartialCrossValidation
{
    /// <summary>Reads what there is.</summary>
    /// <param name="missing">Told of what is not done, and of damaged files.</param>
    /// <returns>The result over the folds that are done; null without any.</returns>
    public static CrossValidationResult? Read(ProtocolFiles files, List<Missing> missing)
    {
        var folds = new List<EvaluationResult>();
        foreach (var folder in files.FoldFolders)
        {
            var fold = ReportFile.ReadIfThere(
                System.IO.Path.Combine(folder, "evaluation.json"),
                text => JsonSerializer.Deserialize<EvaluationResult>(text, EvaluationJson.Options),
                out var problem);
            folds.AddRange(fold is null ? [] : [fold]);
            missing.AddRange(problem is null ? [] : [new Missing(problem)]);
        }

        missing.Insert(0, files.Unfinished($"{folds.Count} of {ReportText.Count(files.Folds, "fold")} are trained and evaluated"));
        return folds.Count == 0 ? null : CrossValidationResult.Of(
            files.Name,
            new FoldPlan(files.Folds, null, null),
            files.Setting("data", "split", "by"),
            (int?)files.Configuration["seed"] ?? 0,
            new ThreadBudget(0, 0),
            folds);
    }
}
