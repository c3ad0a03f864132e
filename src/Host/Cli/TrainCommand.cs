using System.CommandLine;
using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Swapping;
using Mpuc.Host.Runs;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc train</c>: trains encoders without labels.</summary>
internal static class TrainCommand
{
    private static readonly System.CommandLine.Option<bool> Resume = new("--resume")
    {
        Description = "Continue the run in the output folder from its newest checkpoint.",
    };

    private static readonly System.CommandLine.Option<int> Processes = new("--processes")
    {
        Description = "Processes that train together; this version trains with one.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "train",
            "Train one encoder per modality on the pairwise contrastive loss, without labels; everything goes into one folder.",
            "mpuc train examples/ravdess-audio-au.json --set training.epochs=5 --output runs/ravdess\nmpuc train "
                + "examples/ravdess-audio-au.json --output runs/ravdess --resume")
        {
            SharedOptions.Configuration,
            SharedOptions.Set,
            SharedOptions.Output,
            Resume,
            Processes,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(context, parsed, cancellationToken)));
        return command;
    }

    private static int Run(CommandContext context, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Processes) is var processes and not 1)
        {
            throw new MpucException(
                $"--processes is {processes}, but this version trains with one process; leave it out, and set runtime.threads to use "
                    + "more cores.");
        }

        var path = parsed.GetRequiredValue(SharedOptions.Configuration);
        var output = parsed.GetValue(SharedOptions.Output) ?? DefaultRunFolder.For(Path.GetFileNameWithoutExtension(path));
        using var loaded = context.Load(path, parsed.GetRequiredValue(SharedOptions.Set));
        Train(context, loaded, output, parsed.GetValue(Resume), parsed, cancellationToken);
        parsed.InvocationConfiguration.Output.WriteLine(output);
        return 0;
    }

    /// <summary>Trains with progress for people.</summary>
    internal static TrainingSummary Train(
        CommandContext context,
        LoadedConfiguration loaded,
        string output,
        bool resume,
        ParseResult parsed,
        CancellationToken cancellationToken)
    {
        var error = parsed.InvocationConfiguration.Error;
        var training = new TrainingRun(loaded.Configuration, loaded.Catalog, context.Log)
        {
            Reading = ProgressLines.Reading(error),
            Progress = ProgressLines.Training(error),
            Updates = loaded is { Configuration.Plugins.Watch: true, Catalog: PluginCatalog catalog }
                ? new PluginUpdates(catalog, TimeProvider.System)
                : null,
        };
        return training.Execute(output, resume, cancellationToken);
    }
}
