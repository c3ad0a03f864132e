using System.CommandLine;
using System.Text.Json;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Reporting;
using Mpuc.Host.Training;
using Mpuc.Weights;
using Spectre.Console;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc evaluate</c>: measures the frozen features of trained runs.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<string[]> Runs = new("RUN")
    {
        Description = "A run's folder; several, such as the folds of one experiment, are summarised.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Creates the command.</summary>
    /// <param name="context">What it takes from outside.</param>
    /// <returns>The command.</returns>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "evaluate",
            "Measure a run's frozen features with probes, beside untrained encoders, no encoder, and the group that they give away.",
            "mpuc evaluate runs/ravdess\nmpuc evaluate runs/fold-1 runs/fold-2 runs/fold-3 --json")
        {
            Runs,
            SharedOptions.Set,
            SharedOptions.Json,
        };
        command.SetAction((result, cancellationToken) =>
        {
            var paths = result.GetRequiredValue(Runs);
            var directories = paths.Select(RunDirectory.Open).ToList();
            var streams = result.InvocationConfiguration;
            var folds = directories.Select(directory => Evaluate(context, directory, result, result.GetRequiredValue(SharedOptions.Set), cancellationToken)).ToList();
            if (result.GetValue(SharedOptions.Json))
            {
                streams.Output.WriteLine(folds.Count == 1 ? ToJson(folds[0]) : ToJson(EvaluationSummary.Of(folds)));
            }
            else
            {
                Show(TerminalOutput.Console(streams.Output), folds);
            }

            return Task.FromResult(0);
        });
        return command;
    }

    /// <summary>Writes results for people.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="folds">The runs' results.</param>
    internal static void Show(IAnsiConsole console, IReadOnlyList<EvaluationResult> folds)
    {
        foreach (var fold in folds)
        {
            EvaluationTables.Write(console, fold);
            console.WriteLine();
        }

        if (folds.Count > 1)
        {
            EvaluationTables.Write(console, EvaluationSummary.Of(folds));
        }
    }

    /// <summary>Evaluates one run and keeps the result in its folder.</summary>
    /// <param name="context">What the command takes from outside.</param>
    /// <param name="directory">The run's folder.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="sets">Settings that override the run's own.</param>
    /// <param name="cancellationToken">Ends the evaluation early.</param>
    /// <returns>The result.</returns>
    internal static EvaluationResult Evaluate(
        CommandContext context, RunDirectory directory, ParseResult parsed, IReadOnlyList<string> sets, CancellationToken cancellationToken)
    {
        using var loaded = context.Load(directory.ConfigurationPath, sets);
        using var log = Logging.Create(parsed.GetValue(SharedOptions.Verbose), logFile: null);
        using var run = TrainedRun.Load(directory, loaded.Configuration, loaded.Catalog, log);
        var result = RunEvaluation.Evaluate(run, ProgressLines.Reading(parsed.InvocationConfiguration.Error), cancellationToken);
        AtomicFile.WriteText(Path.Combine(directory.Path, "evaluation.json"), ToJson(result) + "\n");
        return result;
    }

    private static string ToJson<T>(T value) => JsonSerializer.Serialize(value, EvaluationJson.Options);
}
