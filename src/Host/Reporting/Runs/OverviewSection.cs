using Mpuc.Host.Evaluation;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;

namespace Mpuc.Host.Reporting.Runs;

/// <summary>
/// What a run says at a glance: the accuracy among the rows that it must be compared with, and what the paired tests say.
/// </summary>
internal static class OverviewSection
{
    /// <summary>Writes the section.</summary>
    public static ReportSection Of(RunFiles files) => new(
        "overview",
        "At a glance",
        Html.None,
        Html.Of($"{Missing.Notice(files.Missing)}{Tile.Row(files.Evaluation is { } result ? Tiles(result) : TrainingTiles(files))}{(files.Evaluation is { } found ? Findings(found) : Html.None)}"));

    /// <summary>A paired test as a sentence with a mark.</summary>
    public static Html Finding(string against, string baseline, PairedTest test)
    {
        var mark = test.PValue >= 0.05 ? "same" : test.OnlyFirst > test.OnlySecond ? "better" : "worse";
        return Html.Of($"<li class=\"{mark}\"><strong>{against}:</strong> {EvaluationTables.Describe(test, baseline)}.</li>");
    }

    private static IEnumerable<Tile> Tiles(EvaluationResult result)
    {
        yield return new Tile(
            "Trained encoders",
            ReportText.Percent(result.Accuracy),
            $"of {ReportText.Count(result.TestRecordings, "test recording")} right by a probe",
            IsLead: true);
        yield return new Tile("Untrained encoders", ReportText.Percent(result.FloorAccuracy), "the same probe, first weights");
        yield return new Tile("No encoder", ReportText.Percent(result.NoEncoderAccuracy), "the same probe on pooled frames");
        yield return new Tile("Majority class", ReportText.Percent(result.MajorityAccuracy));
        yield return new Tile(
            "Macro F1", ReportText.Percent(result.Metrics.MacroF1), $"weighted {ReportText.Percent(result.Metrics.WeightedF1)}");
        if (result.GroupProbe is { } group)
        {
            yield return new Tile(
                "Speaker probe",
                ReportText.Percent(group.Accuracy),
                $"untrained {ReportText.Percent(group.UntrainedAccuracy)}; {group.Groups} groups");
        }
    }

    private static IEnumerable<Tile> TrainingTiles(RunFiles files)
    {
        yield return new Tile("Epochs", ReportText.Count(files.Epochs), files.Summary is null ? "so far" : "trained", IsLead: true);
        yield return new Tile("Training recordings", ReportText.Count(files.Manifest.Training.Count));
        yield return new Tile("Test recordings", ReportText.Count(files.Manifest.Test.Count));
        if (files.Metrics is [.., var last])
        {
            yield return new Tile("Loss", ReportText.Number(last.Loss), $"{last.Split}, epoch {last.Epoch}");
        }
    }

    private static Html Findings(EvaluationResult result) => Html.Of(
        $"""
        <ul class="findings">{Finding("Against untrained encoders", "untrained", result.AgainstFloor)}{Finding("Against no encoder", "no encoder", result.AgainstNoEncoder)}</ul>
        """);
}
