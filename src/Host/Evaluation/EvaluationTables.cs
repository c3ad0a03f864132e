using System.Globalization;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Evaluation.Representation;
using Spectre.Console;

namespace Mpuc.Host.Evaluation;

/// <summary>Evaluation results for people.</summary>
internal static class EvaluationTables
{
    /// <summary>Writes one run's rows, its confusion matrix and what they mean.</summary>
    /// <param name="console">Where to.</param>
    public static void Write(IAnsiConsole console, EvaluationResult result)
    {
        var groups = result.TestGroups.Count == 0 ? string.Empty : $" of {string.Join(", ", result.TestGroups)}";
        console.WriteLine(
            $"{result.Run}: {result.Label} of {result.TestRecordings} test recordings{groups}, learned from {result.TrainingRecordings}");
        var table = new Table()
            .Border(TableBorder.Simple)
            .AddColumns("features", "classifier", "modalities")
            .AddColumn("accuracy %", column => column.RightAligned());
        table.AddRow("majority class", string.Empty, string.Empty, Percent(result.MajorityAccuracy));
        foreach (var row in result.Measurements)
        {
            table.AddRow(
                Describe(row.Features, result), row.Classifier, Markup.Escape(string.Join(" + ", row.Modalities)), Percent(row.Accuracy));
        }

        console.Write(table);
        console.Write(result.Metrics.Task == TaskKind.MultiLabel ? Presences(result.Metrics) : Confusion(result));
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"F1: macro {Percent(result.Metrics.MacroF1)}, weighted {Percent(result.Metrics.WeightedF1)}, micro "
                + $"{Percent(result.Metrics.MicroF1)} %; mean w-ACC {Percent(result.Metrics.WeightedAccuracy)} %."));
        if (result.Representation is { Retrieval.Count: > 0 } representation)
        {
            console.Write(RepresentationTable.Of(representation));
        }

        console.WriteLine($"Against untrained encoders: {Describe(result.AgainstFloor, "untrained")}.");
        console.WriteLine($"Against no encoder: {Describe(result.AgainstNoEncoder, "no encoder")}.");
        if (result.GroupProbe is { } group)
        {
            console.WriteLine(
                $"Speaker probe accuracy: {Percent(group.Accuracy)} % (untrained encoders: {Percent(group.UntrainedAccuracy)} %; "
                    + $"{group.Groups} groups).");
        }
    }

    /// <summary>Writes what is known of a run without labels.</summary>
    /// <param name="console">Where to.</param>
    public static void Write(IAnsiConsole console, UnlabelledEvaluation result)
    {
        var which = result.HeldOut ? "test recordings" : "training recordings (none is held out, so these figures flatter)";
        console.WriteLine($"{result.Run}: {result.Recordings} {which}; the configuration names no label, so nothing is classified");
        console.Write(RepresentationTable.Of(result.Representation));
    }

    /// <summary>Writes several runs side by side.</summary>
    /// <param name="console">Where to.</param>
    public static void Write(IAnsiConsole console, EvaluationSummary summary)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("run").AddColumn("test groups");
        foreach (var name in new[] { "contrastive", "untrained", "no encoder", "majority", "speaker probe" })
        {
            table.AddColumn(name, column => column.RightAligned());
        }

        foreach (var fold in summary.Folds)
        {
            table.AddRow(
                Markup.Escape(fold.Run),
                Markup.Escape(string.Join(", ", fold.TestGroups)),
                Percent(fold.Accuracy),
                Percent(fold.FloorAccuracy),
                Percent(fold.NoEncoderAccuracy),
                Percent(fold.MajorityAccuracy),
                fold.GroupProbe is { } group ? Percent(group.Accuracy) : string.Empty);
        }

        table.AddRow(
            "mean (deviation)",
            string.Empty,
            Describe(summary.Accuracy),
            Describe(summary.FloorAccuracy),
            Describe(summary.NoEncoderAccuracy),
            string.Empty,
            string.Empty);
        console.Write(table);
        console.WriteLine($"Over all test recordings, against untrained encoders: {Describe(summary.AgainstFloor, "untrained")}.");
        console.WriteLine($"Over all test recordings, against no encoder: {Describe(summary.AgainstNoEncoder, "no encoder")}.");
    }

    /// <summary>A paired test in words.</summary>
    /// <returns>A clause without a full stop: which is better, and how many recordings each alone judges rightly.</returns>
    public static string Describe(PairedTest test, string baseline)
    {
        var verdict = test.PValue >= 0.05
            ? "not distinguishable"
            : $"{(test.OnlyFirst > test.OnlySecond ? "contrastive" : baseline)} better";
        var probability = test.PValue < 0.0001 ? "p < 0.0001" : string.Create(CultureInfo.InvariantCulture, $"p = {test.PValue:0.0000}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{verdict} (contrastive only {test.OnlyFirst}, {baseline} only {test.OnlySecond}; McNemar {probability})");
    }

    private static Table Confusion(EvaluationResult result)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("true \\ predicted");
        foreach (var name in result.Classes)
        {
            table.AddColumn(Markup.Escape(name), column => column.RightAligned());
        }

        table.AddColumn("%", column => column.RightAligned());
        foreach (var (name, counts) in result.Classes.Zip(result.Confusion))
        {
            var accuracy = result.PerClassAccuracy.TryGetValue(name, out var value) ? Percent(value) : string.Empty;
            table.AddRow([Markup.Escape(name), .. counts.Select(count => count.ToString(CultureInfo.InvariantCulture)), accuracy]);
        }

        return table;
    }

    private static Table Presences(ClassificationMetrics metrics)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(
            string.Create(CultureInfo.InvariantCulture, $"class (present from {metrics.Threshold:0.###} on)"));
        foreach (var name in new[] { "recordings", "w-ACC %", "F1 %", "weighted F1 %" })
        {
            table.AddColumn(name, column => column.RightAligned());
        }

        foreach (var (name, counts) in metrics.Classes)
        {
            table.AddRow(
                Markup.Escape(name),
                counts.Positives.ToString(CultureInfo.InvariantCulture),
                Percent(counts.WeightedAccuracy),
                Percent(counts.F1),
                Percent(counts.WeightedF1));
        }

        return table;
    }

    private static string Describe(string features, EvaluationResult result) => features switch
    {
        Evaluator.Trained => result.Unsupervised ? $"contrastive ({result.Objective})" : $"contrastive ({result.Objective}, supervised)",
        Evaluator.Untrained => "untrained encoders",
        _ => "no encoder (mean, deviation)",
    };

    private static string Describe(MeanAndDeviation figure) => $"{Percent(figure.Mean)} ({Percent(figure.Deviation)})";

    private static string Percent(double? fraction) => fraction is { } value ? Percent(value) : "-";

    private static string Percent(double fraction) => (100 * fraction).ToString("0.0", CultureInfo.InvariantCulture);
}
