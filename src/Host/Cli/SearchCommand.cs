using System.CommandLine;
using System.Globalization;
using Mpuc.Host.Data;
using Mpuc.Host.Inference;
using Mpuc.Host.Inference.Predictions;
using Mpuc.Host.Inference.Search;
using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins;
using Mpuc.Host.Reporting;
using Serilog;
using Spectre.Console;
using TorchSharp;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc search</c>: finds recordings of an index by an example, in one modality or across them.</summary>
internal static class SearchCommand
{
    private const int MaxHits = 10_000;

    private static readonly Argument<string> Index = new("INDEX") { Description = "An index of 'mpuc index'." };

    private static readonly System.CommandLine.Option<string[]> Query = new("--query")
    {
        Description = "An example: a file, or a row of a table, TABLE#ROW. Repeatable; all are searched for in one pass.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly System.CommandLine.Option<string> Modality = new("--modality")
    {
        Description = "The modality of the examples.",
        HelpName = "NAME",
        Required = true,
    };

    private static readonly System.CommandLine.Option<string[]> Among = new("--in")
    {
        Description = "The modalities to search, separated by commas; by default all others than that of the examples.",
        HelpName = "NAMES",
        DefaultValueFactory = _ => [],
    };

    private static readonly System.CommandLine.Option<int> Top = new("--top")
    {
        Description = $"How many recordings to find, 1 to {MaxHits}.",
        HelpName = "N",
        DefaultValueFactory = _ => 5,
    };

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "search",
            "Find the recordings of an index whose embeddings resemble an example's most, by default in the other modalities.",
            "mpuc search index --query clip.wav --modality audio --top 5 --json\nmpuc search index --query clip.txt --modality text "
                + "--in face,audio")
        {
            Index,
            Query,
            Modality,
            Among,
            Top,
            SharedOptions.Set,
            SharedOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            Search(context, parsed, cancellationToken);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Search(CommandContext context, ParseResult parsed, CancellationToken cancellationToken)
    {
        var top = parsed.GetValue(Top);
        if (top is < 1 or > MaxHits)
        {
            throw new MpucException(
                string.Create(CultureInfo.InvariantCulture, $"--top must be a whole number from 1 to {MaxHits}, not {top}."));
        }

        var (folder, modality) = (parsed.GetRequiredValue(Index), parsed.GetRequiredValue(Modality));
        using var index = SearchIndex.Open(
            folder, manifest => Targets(manifest, modality, parsed.GetRequiredValue(Among), context.Log.Logger));
        using var model = MpucModel.Load(
            index.Bundle, parsed.GetRequiredValue(SharedOptions.Set), context.Environment, context.OpenCatalog, context.Log.Logger);
        var paths = parsed.GetRequiredValue(Query);
        var found = index.Search(Embed(model, modality, paths, cancellationToken), top, cancellationToken);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(SharedOptions.Json))
        {
            paths.Zip(found)
                .ToList()
                .ForEach(query => output.WriteLine(PredictionText.ToJson(new { Query = query.First, modality, Hits = query.Second })));
        }
        else
        {
            WriteTable(TerminalOutput.Console(output), [.. paths.Zip(found)]);
        }
    }

    private static IReadOnlyList<string> Targets(IndexManifest manifest, string modality, IReadOnlyList<string> named, ILogger log)
    {
        var names = named.SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        var others = manifest.Modalities.Where(other => other.Name != modality && other.Recordings > 0)
            .Select(other => other.Name)
            .ToList();
        if (names.Count == 0 && others.Count == 0)
        {
            log.Warning("The index has recordings in no other modality than '{Modality:l}', so they are searched by it.", modality);
        }

        return names.Count > 0 ? names : others;
    }

    private static List<float[]> Embed(MpucModel model, string modality, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var reader = model.Readers.FirstOrDefault(reader => reader.Name == modality)
            ?? throw new MpucException($"The model has no modality '{modality}'; there are {string.Join(", ", model.Modalities)}.");
        var recordings = paths.Distinct(StringComparer.Ordinal).Select(path => new UnlabelledRecording(
            path,
            string.Empty,
            new Dictionary<string, ModalitySource>(StringComparer.Ordinal) { [reader.Settings.Source] = Source(path, reader) })).ToList();
        using var scope = torch.NewDisposeScope();
        var embedded = recordings.Zip(model.Embed(recordings, [modality], cancellationToken))
            .ToDictionary(pair => pair.First.Id, pair => pair.Second[modality].data<float>().ToArray(), StringComparer.Ordinal);
        return [.. paths.Select(path => embedded[path])];
    }

    private static ModalitySource Source(string path, Modality modality) =>
        File.Exists(path) && !Reads(modality, path)
            ? throw new MpucException(
                $"'{path}' is no file that '{modality.Name}' reads, such as {ExtensionList.Describe(modality.Extensions)}; --modality "
                    + "names the modality of the example.")
        : File.Exists(path) ? new ModalitySource(Path.GetFullPath(path))
        : path.LastIndexOf('#') is var hash and > 0 && File.Exists(path[..hash]) ? new ModalitySource(
            Path.GetFullPath(path[..hash])) { Key = path[(hash + 1)..] }
        : throw new MpucException($"There is no file '{path}'.");

    private static bool Reads(Modality modality, string path) =>
        modality.Extensions.Count == 0 || modality.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static void WriteTable(IAnsiConsole console, IReadOnlyList<(string Path, IReadOnlyList<SearchHit> Hits)> found)
    {
        var table = new Table()
            .Border(TableBorder.Simple)
            .AddColumns("query", "rank", "recording", "by")
            .AddColumn("similarity", column => column.RightAligned());
        foreach (var (path, hit) in found.SelectMany(query => query.Hits.Select(hit => (query.Path, hit))))
        {
            table.AddRow([.. new[]
            {
                hit.Rank == 1 ? path : string.Empty,
                hit.Rank.ToString(CultureInfo.InvariantCulture),
                hit.Id,
                hit.Modality,
                hit.Score.ToString("0.000", CultureInfo.InvariantCulture),
            }.Select(Markup.Escape)]);
        }

        console.Write(table);
    }
}
