using System.CommandLine;
using Mpuc.Host.Distributed;
using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Swapping;
using Mpuc.Host.Training;
using Mpuc.Kernels;

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
        Description = "Train with several processes on this machine, which share every batch. Under torchrun, or with its environment, leave it out.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>Creates the command.</summary>
    /// <param name="context">What it takes from outside.</param>
    /// <returns>The command.</returns>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "train",
            "Train one encoder per modality on the pairwise contrastive loss, without labels; everything goes into one folder.",
            "mpuc train examples/ravdess-audio-au.json --set training.epochs=5 --output runs/ravdess\nmpuc train examples/ravdess-audio-au.json --output runs/ravdess --resume\nmpuc train examples/ravdess-audio-au.json --processes 2")
        {
            SharedOptions.Configuration,
            SharedOptions.Set,
            SharedOptions.Output,
            Resume,
            Processes,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(context, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(SharedOptions.Configuration);
        var output = parsed.GetValue(SharedOptions.Output) ?? DefaultRunFolder.For(Path.GetFileNameWithoutExtension(path));
        var place = ProcessEnvironment.Read(context.Environment);
        var processes = parsed.GetValue(Processes);
        if (processes is < 1 or > 1024 || (processes > 1 && place is not null))
        {
            throw new MpucException(
                place is null
                    ? $"--processes is {processes}; a number from 1 to 1024 would be right."
                    : $"--processes starts processes, but the environment says that this is already process {place.Rank} of {place.Size} (RANK, WORLD_SIZE); leave it out.");
        }

        if (processes > 1)
        {
            var streams = parsed.InvocationConfiguration;
            return await new ProcessLauncher(processes, streams.Output, streams.Error).RunAsync(ArgumentsOf(path, output, parsed), cancellationToken);
        }

        try
        {
            if (place is null)
            {
                Train(SingleProcess.Instance);
            }
            else
            {
                ProcessGroups.Run(place, End, group => Train(group));
            }
        }
        catch (OperationCanceledException) when (place is not null && !cancellationToken.IsCancellationRequested)
        {
            // Whoever started the processes asked them to stop, or another of them was asked to.
            await parsed.InvocationConfiguration.Error.WriteLineAsync("Cancelled.");
            return MpucCommandLine.Cancelled;
        }

        return 0;

        TrainingSummary Train(IProcessGroup group)
        {
            using var loaded = context.Load(path, parsed.GetRequiredValue(SharedOptions.Set));
            var summary = TrainCommand.Train(context, loaded, output, parsed.GetValue(Resume), parsed, cancellationToken, group);
            if (group.Leads())
            {
                parsed.InvocationConfiguration.Output.WriteLine(output);
            }

            return summary;
        }
    }

    // The folder is decided once, since the default one is named after the time.
    private static List<string> ArgumentsOf(string path, string output, ParseResult parsed) =>
    [
        "train",
        path,
        .. parsed.GetRequiredValue(SharedOptions.Set).SelectMany(set => new[] { SharedOptions.Set.Name, set }),
        SharedOptions.Output.Name,
        output,
        .. parsed.GetValue(Resume) ? [Resume.Name] : Array.Empty<string>(),
        .. parsed.GetValue(SharedOptions.Verbose) ? [SharedOptions.Verbose.Name] : Array.Empty<string>(),
    ];

    // Without a reason to tell, the process is ending by itself, which must not take forever; with one, it is held up and did not notice that another has ended.
    private static void End(string? why)
    {
        if (why is null)
        {
            CollectiveGroup.EndProcess(1, TimeSpan.FromSeconds(10));
            return;
        }

        Console.Error.WriteLine(why);
        CollectiveGroup.EndProcess(1, TimeSpan.Zero);
    }

    private static PluginUpdates? UpdatesOf(LoadedConfiguration loaded, IProcessGroup? group) => loaded switch
    {
        { Configuration.Plugins.Watch: false } or { Catalog: not PluginCatalog } => null,
        _ when group is { Size: > 1 } => throw new MpucException(
            "plugins.watch lets one process take new versions of plugins, and this training has several; set it to false, or train with one."),
        _ => new PluginUpdates((PluginCatalog)loaded.Catalog, TimeProvider.System),
    };

    /// <summary>Trains with progress for people.</summary>
    /// <param name="context">What the command takes from outside.</param>
    /// <param name="loaded">The configuration and its plugins.</param>
    /// <param name="output">The run's folder.</param>
    /// <param name="resume">Whether to continue the run there.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="cancellationToken">Ends the training after a step, its state saved.</param>
    /// <param name="group">The processes that train together; null for this one alone.</param>
    /// <returns>How it ended.</returns>
    internal static TrainingSummary Train(
        CommandContext context,
        LoadedConfiguration loaded,
        string output,
        bool resume,
        ParseResult parsed,
        CancellationToken cancellationToken,
        IProcessGroup? group = null)
    {
        var error = parsed.InvocationConfiguration.Error;
        var training = new TrainingRun(loaded.Configuration, loaded.Catalog, context.Log)
        {
            Reading = ProgressLines.Reading(error),
            Progress = ProgressLines.Training(error),
            Group = group ?? SingleProcess.Instance,
            Updates = UpdatesOf(loaded, group),
        };
        return training.Execute(output, resume, cancellationToken);
    }
}
