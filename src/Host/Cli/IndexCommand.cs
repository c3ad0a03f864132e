using System.CommandLine;
using System.Text.Json;
using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Inference;
using Mpuc.Host.Inference.Predictions;
using Mpuc.Host.Inference.Search;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc index</c>: embeds recordings for <c>mpuc search</c>.</summary>
internal static class IndexCommand
{
    private static readonly System.CommandLine.Option<string> Output = new("--output", "-o")
    {
        Description = "The folder to write; an index that is there is replaced.",
        HelpName = "INDEX",
        Required = true,
    };

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "index",
            "Embed recordings with a bundle's encoders, for 'mpuc search' to find; past those that cannot be read.",
            "mpuc index bundle recordings/ --output index\nmpuc search index --query clip.wav --modality audio --top 5 --json")
        {
            SharedOptions.Bundle,
            SharedOptions.Inputs,
            SharedOptions.Kind,
            Output,
            Quarantine.File,
            SharedOptions.Set,
            SharedOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Index(context, parsed, cancellationToken)));
        return command;
    }

    private static int Index(CommandContext context, ParseResult parsed, CancellationToken cancellationToken)
    {
        var output = IndexWriter.Check(parsed.GetRequiredValue(Output));
        using var hold = WriteLock.TakeOutput(output);
        var bundle = parsed.GetRequiredValue(SharedOptions.Bundle);
        using var model = MpucModel.Load(
            bundle, parsed.GetRequiredValue(SharedOptions.Set), context.Environment, context.OpenCatalog, context.Log.Logger);
        var failures = new ToleratedFailures(model.BatchSize);
        var written = new OutputExclusions([output, Quarantine.PathOf(parsed), .. StandardStreams.Files]);
        var recordings = failures.Find(
            InputPaths.Of(parsed.GetRequiredValue(SharedOptions.Inputs)), parsed.GetValue(SharedOptions.Kind), context.Log.Logger, written);
        using var writer = new IndexWriter(model.Modalities);
        foreach (var (recording, embeddings) in failures
            .Run(recordings, batch => batch.Zip(model.Embed(batch, [], cancellationToken)).ToList()))
        {
            writer.Add(Describe(recording), embeddings);
        }

        if (writer.Count == 0)
        {
            throw new MpucException(
                $"None of the {failures.Quarantined.Count} inputs can be indexed, such as: {failures.Quarantined[0].Reason}");
        }

        var manifest = writer.Write(output, bundle);
        foreach (var modality in manifest.Modalities.Where(modality => modality.Recordings == 0))
        {
            context.Log.Logger.Warning("No recording has the modality '{Modality:l}', so nothing will be found by it.", modality.Name);
        }

        parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(SharedOptions.Json)
            ? JsonSerializer.Serialize(
                new { output, manifest.Run, manifest.Recordings, manifest.Modalities, manifest.Dimensions }, EvaluationJson.Options)
            : output);
        return Quarantine.Report(parsed, failures.Quarantined, recordings.Count, "indexed");
    }

    private static IndexedRecording Describe(UnlabelledRecording recording) =>
        new(
            recording.Id,
            [
                .. recording.Sources.Values.Select(source =>
                    source.Key is { } row ? $"{source.Path}#{row}" : source.Path).Distinct(StringComparer.Ordinal),
            ]);
}
