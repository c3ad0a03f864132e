using System.CommandLine;
using System.Text.Json;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Inference.Bundles;
using Mpuc.Host.Runs;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc export</c>: one folder or zip file with all that predictions need.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> Run = new("RUN") { Description = "The run's folder." };

    private static readonly System.CommandLine.Option<string> Output = new("--output", "-o")
    {
        Description = "The bundle to write: a folder, or a file that ends in .zip.",
        HelpName = "BUNDLE",
        Required = true,
    };

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "export",
            "Write a bundle of a run: encoders, a classifier for any subset of the modalities, and a model card.",
            "mpuc export runs/ravdess --output ravdess.zip")
        {
            Run,
            SharedOptions.Set,
            Output,
            SharedOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            Export(context, parsed, cancellationToken);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Export(CommandContext context, ParseResult parsed, CancellationToken cancellationToken)
    {
        var output = BundleWriter.Check(parsed.GetRequiredValue(Output));
        using var hold = WriteLock.TakeOutput(output);
        var directory = RunDirectory.Open(parsed.GetRequiredValue(Run));
        using var loaded = context.Load(directory, parsed.GetRequiredValue(SharedOptions.Set));
        using var run = TrainedRun.Load(directory, loaded.Configuration, loaded.Catalog, context.Log.Logger);
        if (loaded.Configuration.Data.Label.Length == 0)
        {
            context.Log.Logger.Warning(
                "The run has no label ('data.label'), so the bundle has no classifier: it extracts features and predicts nothing.");
        }

        if (loaded.Configuration.Modalities.Where(
            modality => modality.Normalization == Normalization.Group).Select(modality => modality.Name).ToList() is { Count: > 0 } grouped)
        {
            context.Log.Logger.Warning(
                "The bundle cannot judge a single recording by {Modalities:l}, because the normalization 'group' needs to know whose it "
                    + "is: name folders, one per group, or a manifest; a new group of a few frames takes the training recordings' mean "
                    + "and deviation.",
                string.Join(", ", grouped));
        }

        var export = new BundleExport(
            run, file => ParsedConfiguration.Read(file, [], context.Environment).Load(loaded.Catalog), loaded.Catalog);
        var manifest = export.Write(output, ProgressLines.Reading(parsed.InvocationConfiguration.Error), cancellationToken);
        parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(SharedOptions.Json)
            ? JsonSerializer.Serialize(new { output, manifest.Run, manifest.Task, manifest.Files }, EvaluationJson.Options)
            : output);
    }
}
