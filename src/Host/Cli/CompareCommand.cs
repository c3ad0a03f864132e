using System.CommandLine;
using System.Text.Json;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Protocol;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc compare</c>: the rows of the paper's tables on the given data.</summary>
internal static class CompareCommand
{
    private const string Name = "compare";

    private static readonly System.CommandLine.Option<string?> Methods = new("--methods")
    {
        Description = $"Only these methods, separated by commas: {string.Join(", ", MethodCatalog.Names)}.", HelpName = "A,B",
    };

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context) => ProtocolOptions.Command(
        Name,
        "Compare contrastive pretraining with its floor and with supervised and unsupervised baselines, fold by fold; repeated, it "
            + "continues.",
        "mpuc compare examples/ravdess-audio-au.json --folds 10 --group actor --jobs 2 --output runs/ravdess-table\n"
            + "mpuc compare examples/demo.json --methods floor,lateFusion,contrastive --json",
        (parsed, cancellationToken) => Run(context, parsed, cancellationToken),
        Methods);

    private static void Run(CommandContext context, ParseResult parsed, CancellationToken cancellationToken)
    {
        var plan = FoldPlan.Of(
            parsed.GetValue(ProtocolOptions.Folds), parsed.GetValue(ProtocolOptions.Group), parsed.GetValue(ProtocolOptions.Stratified));
        using var protocol = new ProtocolCommand(context, parsed, Name, plan);
        var names = protocol.Configuration.Modalities.Select(modality => modality.Name).ToList();
        var methods = MethodCatalog.Create(parsed.GetValue(Methods), names);
        using var folds = new FoldCache(number => new Fold(protocol.Of(number), protocol.Loaded.Catalog, protocol.Log, cancellationToken));
        var jobs = plan.Numbers.SelectMany(number => methods.Select(method => Job(protocol.Folder.Fold(number), number, method, folds)))
            .ToList();
        protocol.Run(jobs, parsed.GetValue(Methods) is { } chosen ? [Methods.Name, chosen] : [], cancellationToken);
        if (!protocol.IsWorker)
        {
            var result = Collect(protocol, jobs, names.Count);
            protocol.Finish(JsonSerializer.Serialize(result, EvaluationJson.Options), MarkdownTables.Of(result));
        }
    }

    private static ProtocolJob Job(string folder, int number, IMethod method, FoldCache folds) => new(
        number,
        method.Id,
        Path.Combine(folder, method.Id + ".json"),
        cancellationToken => JsonSerializer.Serialize(
            method.Run(folds.Get(number), Path.Combine(folder, method.Id), cancellationToken), EvaluationJson.Options));

    private static ComparisonResult Collect(ProtocolCommand protocol, List<ProtocolJob> jobs, int modalities)
    {
        var folds = jobs.GroupBy(job => job.Fold)
            .Select(fold =>
                (IReadOnlyList<MethodRow>)[.. fold.SelectMany(job => ProtocolFolder.Read<List<MethodRow>>(job.ResultPath))]).ToList();
        var configuration = protocol.Configuration;
        return new ComparisonResult
        {
            Configuration = protocol.FileName,
            Data = configuration.Data.Kind,
            Label = configuration.Data.Label,
            Objective = (string)configuration.Resolved["objective"]!["variant"]!,
            Transductive = configuration.Split.IsTransductive,
            Folds = folds.Count,
            By = configuration.Split.By,
            Group = protocol.Plan.Group,
            Seed = configuration.Seed,
            Jobs = protocol.Budget.Jobs,
            ThreadsPerJob = protocol.Budget.Threads,
            TestRecordings = folds.Sum(fold => fold[0].Correct.Count),
            Rows = ComparisonResult.RowsOf(folds, modalities),
            Published = PublishedFigures.For(configuration.Data.Kind, configuration.Data.Label, configuration.Split.By),
        };
    }
}
