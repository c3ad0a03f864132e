using System.CommandLine;
using System.Text.Json;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Protocol;
using Mpuc.Host.Runs;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc crossval</c>: trains and evaluates one run per fold.</summary>
internal static class CrossvalCommand
{
    private const string Name = "crossval";

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context) => ProtocolOptions.Command(
        Name,
        "Train and evaluate one run per fold; mean and deviation over the folds. Repeated, it continues where it stopped.",
        "mpuc crossval examples/ravdess-audio-au.json --folds 10 --group actor --output runs/ravdess-10 --json\n"
            + "mpuc crossval examples/ravdess-audio-au.json --folds 10 --stratified --jobs 2",
        (parsed, cancellationToken) => Run(context, parsed, cancellationToken));

    private static void Run(CommandContext context, ParseResult parsed, CancellationToken cancellationToken)
    {
        var plan = FoldPlan.Of(
            parsed.GetValue(ProtocolOptions.Folds)
                ?? throw new MpucException("--folds is missing; say how many folds there are, such as --folds 10."),
            parsed.GetValue(ProtocolOptions.Group),
            parsed.GetValue(ProtocolOptions.Stratified));
        using var protocol = new ProtocolCommand(context, parsed, Name, plan);
        RequireLabel(protocol);
        var jobs = plan.Numbers.Select(number => new ProtocolJob(
            number,
            "run",
            Path.Combine(protocol.Folder.Fold(number), "evaluation.json"),
            token => Train(protocol, number, parsed, token))).ToList();
        protocol.Run(jobs, [], cancellationToken);
        if (!protocol.IsWorker)
        {
            var results = jobs.Select(job => ProtocolFolder.Read<EvaluationResult>(job.ResultPath)).ToList();
            var configuration = protocol.Configuration;
            var result = CrossValidationResult.Of(
                protocol.FileName, plan, configuration.Split.By, configuration.Seed, protocol.Budget, results);
            protocol.Finish(JsonSerializer.Serialize(result, EvaluationJson.Options), MarkdownTables.Of(result));
        }
    }

    private static void RequireLabel(ProtocolCommand protocol)
    {
        if (protocol.Configuration.Data.Label.Length == 0)
        {
            throw new MpucException("The configuration names no label to predict; set 'data.label'.");
        }
    }

    private static string Train(ProtocolCommand protocol, int number, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (configuration, folder, error) = (protocol.Of(number), protocol.Folder.Fold(number), parsed.InvocationConfiguration.Error);
        FoldTraining.Execute(
            configuration, protocol.Loaded.Catalog, protocol.Log, folder, ProgressLines.Training(error), cancellationToken);
        var directory = RunDirectory.Open(folder);
        using var file = protocol.Log.Keep(directory.LogPath);
        using var run = TrainedRun.Load(directory, configuration, protocol.Loaded.Catalog, protocol.Log.Logger);
        return JsonSerializer.Serialize(RunEvaluation.Evaluate(run, null, cancellationToken), EvaluationJson.Options);
    }
}
