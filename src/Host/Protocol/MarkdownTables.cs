using System.Globalization;
using System.Text;
using Mpuc.Host.Evaluation;

namespace Mpuc.Host.Protocol;

/// <summary>Results as Markdown, which terminals and pages both show.</summary>
internal static class MarkdownTables
{
    /// <summary>Writes a comparison.</summary>
    public static string Of(ComparisonResult result)
    {
        var page = new StringBuilder();
        Heading(
            page,
            $"{result.Label}, {result.Configuration}",
            result.Folds,
            result.By,
            result.Group,
            result.Seed,
            result.Jobs,
            result.ThreadsPerJob);
        if (result.Rows.Any(row => row.Classes is not null))
        {
            MultiLabelTables.Append(page, result);
        }
        else
        {
            AppendSingleLabel(page, result);
        }

        if (result.Transductive)
        {
            page.Append("\nThe encoders of the unsupervised rows also learned from the test recordings, whose labels nothing saw.\n");
        }

        if (result.Published.Count > 0)
        {
            page.Append("\nRows marked as quoted were published with other modalities, backbones or folds; they were not measured here.\n");
        }

        return page.ToString();
    }

    /// <summary>Writes a cross-validation.</summary>
    public static string Of(CrossValidationResult result)
    {
        var page = new StringBuilder();
        Heading(
            page,
            $"{result.Results[0].Label}, {result.Configuration}",
            result.Folds,
            result.By,
            result.Group,
            result.Seed,
            result.Jobs,
            result.ThreadsPerJob);
        page.Append(
            CultureInfo.InvariantCulture,
            $"Encoders trained {(result.Unsupervised ? "without labels" : "with labels (supervised)")} "
                + $"({result.Results[0].Objective}){Transductive(result.Results[0].Transductive)}. Accuracy in %.\n\n");
        page.Append(
            "| fold | test recordings | test groups | contrastive | untrained | no encoder | majority |\n| --- | ---: | --- | ---: | "
                + "---: | ---: | ---: |\n");
        foreach (var (place, fold) in result.Results.Index())
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {place + 1} | {fold.TestRecordings} | "
                    + $"{(result.By == Data.SplitOptions.ByGroup ? Join(fold.TestGroups) : string.Empty)} | ");
            page.Append(
                CultureInfo.InvariantCulture,
                $"{Percent(fold.Accuracy)} | {Percent(fold.FloorAccuracy)} | {Percent(fold.NoEncoderAccuracy)} | "
                    + $"{Percent(fold.MajorityAccuracy)} |\n");
        }

        page.Append(
            CultureInfo.InvariantCulture,
            $"| mean (deviation) |  |  | {Describe(result.Accuracy)} | {Describe(result.FloorAccuracy)} | "
                + $"{Describe(result.NoEncoderAccuracy)} | {Describe(result.MajorityAccuracy)} |\n\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"Over all test recordings, against untrained encoders: {EvaluationTables.Describe(result.AgainstFloor, "untrained")}; ");
        page.Append(
            CultureInfo.InvariantCulture, $"against no encoder: {EvaluationTables.Describe(result.AgainstNoEncoder, "no encoder")}.\n");
        return page.ToString();
    }

    /// <summary>What a row is called.</summary>
    public static string NameOf(ComparisonRow row, string objective) =>
        row.Method == ContrastiveMethod.Name ? $"contrastive ({objective})" : row.Method;

    /// <summary>What learned from labels.</summary>
    /// <param name="supervised">Whether the features did, too; null where that means nothing.</param>
    public static string Labels(bool? supervised) => supervised switch
    {
        true => "features and classifier",
        false => "classifier",
        null => string.Empty,
    };

    /// <summary>Lists names in a cell.</summary>
    public static string Join(IReadOnlyList<string> names) => string.Join(" + ", names).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>Writes a figure over folds.</summary>
    /// <param name="figure">The figure; null for none.</param>
    public static string Describe(Spread? figure) => figure is null ? string.Empty : $"{Percent(figure.Mean)} ({Percent(figure.Std)})";

    /// <summary>Writes a fraction in %.</summary>
    /// <param name="fraction">The fraction; null for none.</param>
    public static string Percent(double? fraction) =>
        fraction is { } value ? (100 * value).ToString("0.0", CultureInfo.InvariantCulture) : string.Empty;

    private static void AppendSingleLabel(StringBuilder page, ComparisonResult result)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"{result.TestRecordings} test recordings in all. Accuracy and macro F1 in %, mean (sample deviation) over folds.\n\n");
        page.Append(
            "| method | modalities | labels train | accuracy | macro F1 | contrastive against it |\n| --- | --- | --- | ---: | ---: | "
                + "--- |\n");
        foreach (var row in result.Rows)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {NameOf(row, result.Objective)} | {Join(row.Modalities)} | {Labels(row.Supervised)} | {Describe(row.Accuracy)} | "
                    + $"{Describe(row.MacroF1)} | ");
            page.Append(
                CultureInfo.InvariantCulture,
                $"{(row.ContrastiveAgainst is { } test ? EvaluationTables.Describe(test, row.Method) : string.Empty)} |\n");
        }

        foreach (var figure in result.Published)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| *{figure.Method}* (quoted) | {Join(figure.Modalities)} | {Labels(figure.Supervised)} | *{Percent(figure.Accuracy)}* "
                    + $"|  | {figure.Source} |\n");
        }
    }

    private static string Transductive(bool isTransductive) =>
        isTransductive ? ", also on the test recordings, whose labels nothing saw" : string.Empty;

    private static void Heading(StringBuilder page, string title, int folds, string by, string? group, int seed, int jobs, int threads)
    {
        var held = by switch
        {
            Data.SplitOptions.ByGroup => $"by {group ?? "group"}",
            Data.SplitOptions.Stratified => "stratified",
            _ => "as the data set gives them",
        };
        page.Append(
            CultureInfo.InvariantCulture,
            $"# {title}\n\n{folds} {(folds == 1 ? "fold" : "folds")} {held}, seed {seed}; {new ThreadBudget(jobs, threads).Describe()}. ");
    }
}
