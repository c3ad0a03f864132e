using System.CommandLine;
using System.Text.Json;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Logging;
using Mpuc.Host.Reporting;
using Mpuc.Host.Runs;
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
            var (folds, unlabelled) = (new List<EvaluationResult>(), new List<UnlabelledEvaluation>());
            foreach (var directory in result.GetRequiredValue(Runs).Select(RunDirectory.Open).ToList())
            {
                using var file = KeepLog(context, directory);
                using var opened = OpenedRun.Open(context, directory, result.GetRequiredValue(SharedOptions.Set));
                if (opened.Run.Configuration.Data.Label.Length > 0)
                {
                    folds.Add(Evaluate(opened.Run, result, cancellationToken));
                }
                else
                {
                    unlabelled.Add(Keep(directory, RunEvaluation.EvaluateWithoutLabels(
                        opened.Run, ProgressLines.Reading(result.InvocationConfiguration.Error), cancellationToken)));
                }
            }

            Print(result, folds, unlabelled);
            return Task.FromResult(0);
        });
        return command;
    }

    /// <summary>Evaluates one run and keeps the result in its folder.</summary>
    /// <param name="sets">Settings that override the run's own, and those of the machine.</param>
    internal static EvaluationResult Evaluate(
        CommandContext context, RunDirectory directory, IReadOnlyList<string> sets, ParseResult parsed, CancellationToken cancellationToken)
    {
        using var file = KeepLog(context, directory);
        using var opened = OpenedRun.Open(context, directory, sets);
        return Evaluate(opened.Run, parsed, cancellationToken);
    }

    private static EvaluationResult Evaluate(TrainedRun run, ParseResult parsed, CancellationToken cancellationToken) =>
        Keep(run.Directory, RunEvaluation.Evaluate(run, ProgressLines.Reading(parsed.InvocationConfiguration.Error), cancellationToken));

    // A run that is still trained has its log for itself.
    private static LogFile? KeepLog(CommandContext context, RunDirectory directory) =>
        directory.IsFinished ? context.Log.Keep(directory.LogPath) : null;

    private static T Keep<T>(RunDirectory directory, T result)
    {
        AtomicFile.WriteText(directory.EvaluationPath, ToJson(result) + "\n");
        return result;
    }

    private static void Print(ParseResult parsed, List<EvaluationResult> folds, List<UnlabelledEvaluation> unlabelled)
    {
        var output = parsed.InvocationConfiguration.Output;
        if (!parsed.GetValue(SharedOptions.Json))
        {
            var console = TerminalOutput.Console(output);
            unlabelled.ForEach(run => EvaluationTables.Write(console, run));
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
        else
        {
            output.WriteLine((folds, unlabelled) switch
            {
                ([var only], []) => ToJson(only),
                (_, []) => ToJson(EvaluationSummary.Of(folds)),
                ([], [var only]) => ToJson(only),
                ([], _) => ToJson(unlabelled),
                _ =>
                    throw new MpucException(
                        "Some of these runs have a label to predict and some have none, which makes no summary; evaluate them apart."),
            });
        }
    }

    private static string ToJson<T>(T value) => JsonSerializer.Serialize(value, EvaluationJson.Options);
}
