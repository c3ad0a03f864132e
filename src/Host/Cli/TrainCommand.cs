using System.CommandLine;
using Mpuc.Host.Training;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc train</c>: trains encoders without labels.</summary>
internal static class TrainCommand
{
    private static readonly System.CommandLine.Option<bool> Resume = new("--resume")
    {
        Description = "Continue the run in the output folder from its newest checkpoint.",
    };

    /// <summary>Creates the command.</summary>
    /// <param name="context">What it takes from outside.</param>
    /// <returns>The command.</returns>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "train",
            "Train one encoder per modality on the pairwise contrastive loss, without labels; everything goes into one folder.",
            "mpuc train examples/ravdess-audio-au.json --set training.epochs=5 --output runs/ravdess\nmpuc train examples/ravdess-audio-au.json --output runs/ravdess --resume")
        {
            SharedOptions.Configuration,
            SharedOptions.Set,
            SharedOptions.Output,
            Resume,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(SharedOptions.Configuration);
            var output = parsed.GetValue(SharedOptions.Output) ?? DefaultRunFolder.For(Path.GetFileNameWithoutExtension(path));
            using var loaded = context.Load(path, parsed.GetRequiredValue(SharedOptions.Set));
            Train(loaded, output, parsed.GetValue(Resume), parsed, cancellationToken);
            parsed.InvocationConfiguration.Output.WriteLine(output);
            return Task.FromResult(0);
        });
        return command;
    }

    /// <summary>Trains with progress for people.</summary>
    /// <param name="loaded">The configuration and its plugins.</param>
    /// <param name="output">The run's folder.</param>
    /// <param name="resume">Whether to continue the run there.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="cancellationToken">Ends the training after a step, its state saved.</param>
    /// <returns>How it ended.</returns>
    internal static TrainingSummary Train(
        LoadedConfiguration loaded, string output, bool resume, ParseResult parsed, CancellationToken cancellationToken)
    {
        var error = parsed.InvocationConfiguration.Error;
        using var log = Reporting.Logging.Create(parsed.GetValue(SharedOptions.Verbose), null);
        var training = new TrainingRun(loaded.Configuration, loaded.Catalog, log)
        {
            Reading = ProgressLines.Reading(error),
            Progress = ProgressLines.Training(error),
        };
        return training.Execute(output, resume, cancellationToken);
    }
}
