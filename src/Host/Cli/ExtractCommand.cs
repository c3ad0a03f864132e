using System.CommandLine;
using System.Text.Json.Nodes;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Datasets;
using Mpuc.Host.Inference;
using Mpuc.Host.Inference.Bundles;
using Mpuc.Host.Modalities;
using Mpuc.Host.Runs;
using Serilog;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc extract</c>: writes the frozen features of recordings.</summary>
internal static class ExtractCommand
{
    private static readonly Argument<string> Model = new("RUN|CONFIG|BUNDLE")
    {
        Description = "A run's folder, a bundle, or a configuration for encoders that were not trained here.",
    };

    private static readonly Argument<string[]> Inputs = new("INPUT")
    {
        Description = "Recordings: files, folders, manifests; none for the data set of the run or configuration.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly System.CommandLine.Option<string> Output = new("--output", "-o")
    {
        Description = "The file to write: .safetensors, .npy or .csv.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "features.safetensors",
    };

    private static readonly System.CommandLine.Option<bool> Windows = new("--windows")
    {
        Description = "Write a row a window instead of a row a recording.",
    };

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "extract",
            "Write the features of recordings: 512 per modality, and all modalities side by side.",
            "mpuc extract runs/ravdess recordings/ --output features.safetensors\nmpuc extract examples/four-modalities.json clip.mp4 "
                + "clip.txt --output features.csv\nmpuc extract bundle clip.mp4 --windows --hop 0.5 --output windows.csv")
        {
            Model,
            Inputs,
            SharedOptions.Kind,
            Windows,
            SharedOptions.Hop,
            SharedOptions.Set,
            Output,
            SharedOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            Extract(context, parsed, cancellationToken);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Extract(CommandContext context, ParseResult parsed, CancellationToken cancellationToken)
    {
        var output = FeatureFile.Check(parsed.GetRequiredValue(Output));
        var granularity = new FeatureGranularity(parsed.GetValue(Windows), SharedOptions.HopOf(parsed, Windows));
        var path = parsed.GetRequiredValue(Model);
        var (inputs, kind) = (parsed.GetRequiredValue(Inputs), parsed.GetValue(SharedOptions.Kind));
        if (inputs.Length == 0 && kind is not null)
        {
            throw new MpucException(
                "--kind is the kind of each INPUT; name inputs, or leave it out to read the data set of the run or configuration.");
        }

        var written = new OutputExclusions([.. FeatureFile.PathsOf(output), .. StandardStreams.Files]);
        var recordings = inputs.Length == 0 ? null : InputRecordings.Find(inputs, kind, context.Log.Logger, written);
        if (BundleFolder.IsBundle(path))
        {
            ExtractWithBundle(
                context,
                parsed,
                path,
                output,
                granularity,
                recordings ?? throw new MpucException($"{path} is a bundle, which has no data set; name recordings."),
                cancellationToken);
            return;
        }

        var directory = Directory.Exists(path) ? RunDirectory.Open(path) : null;
        var sets = parsed.GetRequiredValue(SharedOptions.Set);
        using var loaded = directory is null ? context.Load(path, sets) : context.Load(directory, sets);
        var log = context.Log.Logger;
        var configuration = loaded.Configuration;
        recordings ??= written.LeaveOut(DatasetCatalog.Read(configuration.Data, configuration.DatasetOptions).Recordings, log);
        using var run = directory is null ? null : TrainedRun.Load(directory, configuration, loaded.Catalog, log);
        var modalities = run?.Modalities ?? [.. configuration.Modalities.Select(loaded.Catalog.Create)];
        var readable = ReadableRecordings.Of(recordings, modalities, log);
        var extraction = new FeatureExtraction(
            readable, granularity, ProgressLines.Reading(parsed.InvocationConfiguration.Error), cancellationToken);
        using var features = run is null ? Untrained(extraction, configuration, modalities, log) : extraction.With(run);
        using var present = ReadableRecordings.Of(features, log);
        Write(parsed, output, present, directory?.Name);
    }

    private static void ExtractWithBundle(
        CommandContext context,
        ParseResult parsed,
        string path,
        string output,
        FeatureGranularity granularity,
        IReadOnlyList<Recording> recordings,
        CancellationToken cancellationToken)
    {
        var log = context.Log.Logger;
        using var model = MpucModel.Load(path, parsed.GetRequiredValue(SharedOptions.Set), context.Environment, context.OpenCatalog, log);
        using var features = model.Extract(ReadableRecordings.Of(recordings, model.Readers, log), granularity, cancellationToken);
        Write(parsed, output, features, model.Run);
    }

    private static void Write(ParseResult parsed, string output, FeatureRows features, string? run)
    {
        FeatureFile.Write(output, features, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["encoders"] = run is null ? "first weights of the configuration, not trained" : $"trained, run {run}",
        });
        parsed.InvocationConfiguration.Output.WriteLine(
            parsed.GetValue(SharedOptions.Json) ? Describe(output, features, run is not null) : output);
    }

    private static FeatureRows Untrained(
        FeatureExtraction extraction, RunConfiguration configuration, IReadOnlyList<Modality> modalities, ILogger log)
    {
        log.Warning(
            "These encoders were not trained: a configuration gives their first weights (seed {Seed}), pretrained where it names weights; "
            + "name a run's folder for trained ones.",
            configuration.Seed);
        return extraction.With(configuration, modalities, log);
    }

    private static string Describe(string output, FeatureRows features, bool trained)
    {
        var description = new JsonObject
        {
            ["output"] = output,
            ["trained"] = trained,
            ["modalities"] = new JsonArray([.. features.Modalities.Select(name => (JsonNode)name)]),
            ["recordings"] = new JsonArray([.. features.Ids.Distinct(StringComparer.Ordinal).Select(id => (JsonNode)id)]),
            ["features"] = features.Modalities.Count * Backbone.FeatureSize,
        };
        if (features.Windows is { } windows)
        {
            description["windows"] = windows.Starts.Count;
        }

        return description.ToJsonString();
    }
}
