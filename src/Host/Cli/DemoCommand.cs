using System.CommandLine;
using System.Globalization;
using Mpuc.Host.Configuration;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Reporting;
using Mpuc.Host.Runs;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc demo</c>: the whole method on the built-in synthetic set, with a verdict.</summary>
internal static class DemoCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "demo",
            "Train on the built-in synthetic set without labels, evaluate, and say whether it worked; under two minutes on two cores.",
            "mpuc demo --output runs/demo")
        {
            SharedOptions.Set,
            SharedOptions.Output,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var output = parsed.GetValue(SharedOptions.Output) ?? DefaultRunFolder.For("demo");
            IReadOnlyList<string> machine;
            using (var loaded = context.Load(
                Path.Combine(AppContext.BaseDirectory, "examples", "demo.json"), parsed.GetRequiredValue(SharedOptions.Set)))
            {
                TrainCommand.Train(context, loaded, output, resume: false, parsed, cancellationToken);
                machine = PortableSettings.MachineSets(loaded.Configuration.Resolved);
            }

            var result = EvaluateCommand.Evaluate(context, RunDirectory.Open(output), machine, parsed, cancellationToken);
            var console = TerminalOutput.Console(parsed.InvocationConfiguration.Output);
            EvaluationTables.Write(console, result);
            var report = Path.Combine(output, "report.html");
            ReportCommand.WriteRun(context, RunDirectory.Open(output), report, isMapped: true, machine, parsed, cancellationToken);
            parsed.InvocationConfiguration.Output.WriteLine($"Report: {report}");
            parsed.InvocationConfiguration.Output.WriteLine(Verdict(result));
            return Task.FromResult(IsBetter(result) ? 0 : 1);
        });
        return command;
    }

    /// <summary>Says what the demo's figures mean.</summary>
    internal static string Verdict(EvaluationResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"Verdict: {(IsBetter(result) ? "it works" : "it does not work here")}. Training without labels took a probe on "
            + $"{result.TrainingRecordings} labelled recordings from "
        + $"{100 * result.FloorAccuracy:0.0} % to {100 * result.Accuracy:0.0} % on speakers never heard before (majority class: "
        + $"{100 * result.MajorityAccuracy:0.0} %).");

    private static bool IsBetter(EvaluationResult result) =>
        result.AgainstFloor.PValue < 0.05 && result.AgainstFloor.OnlyFirst > result.AgainstFloor.OnlySecond;
}
