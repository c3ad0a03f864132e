using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Mpuc.Host.Data;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc cache</c>: the sequences that are kept between runs.</summary>
internal static class CacheCommand
{
    private static readonly System.CommandLine.Option<string?> Folder = new("--cache")
    {
        Description = "The cache that configurations name as data.cache; by default the user's.",
        HelpName = "DIR",
    };

    /// <summary>Creates the command.</summary>
    /// <returns>The command with its subcommands.</returns>
    public static Command Create() => new ExampleCommand(
        "cache", "Show and clear the sequences that encoders have read, which are kept between runs up to data.cacheLimit.", "mpuc cache show")
    {
        CreateShow(),
        CreateClear(),
    };

    private static ExampleCommand CreateShow()
    {
        var command = new ExampleCommand("show", "Say where the cache is, what is in it, and since when the oldest was not used.", "mpuc cache show --json")
        {
            Folder,
            SharedOptions.Json,
        };
        command.SetAction(parsed =>
        {
            var folder = FolderOf(parsed);
            var (sequences, output) = (CachedSequences.In(folder), parsed.InvocationConfiguration.Output);
            if (parsed.GetValue(SharedOptions.Json))
            {
                output.WriteJson(new JsonObject
                {
                    ["folder"] = folder, ["sequences"] = sequences.Count, ["bytes"] = sequences.Bytes, ["longestUnused"] = sequences.LongestUnused,
                });
            }
            else
            {
                output.WriteLine($"{folder}: {Describe(sequences)}");
            }

            return 0;
        });
        return command;
    }

    private static ExampleCommand CreateClear()
    {
        var command = new ExampleCommand("clear", "Delete all sequences; runs read their recordings again. Pretrained weights stay.", "mpuc cache clear")
        {
            Folder,
        };
        command.SetAction(parsed =>
        {
            var folder = FolderOf(parsed);
            using var owned = Directory.Exists(folder)
                ? CacheLock.TryOwn(folder) ?? throw new MpucException($"{folder} is in use by a run, or may not be written; try again when the run has ended.")
                : null;
            var before = CachedSequences.In(folder);
            before.Shrink(0, new HashSet<string>());
            var after = CachedSequences.In(folder);
            parsed.InvocationConfiguration.Output.WriteLine(
                after.Count == 0 ? $"{folder}: deleted {Describe(before)}" : throw new MpucException($"{folder}: {after.Count} of {before.Count} sequences may not be deleted."));
            return 0;
        });
        return command;
    }

    private static string FolderOf(ParseResult parsed) => CacheFolder.Of(new DataOptions { Cache = parsed.GetValue(Folder) ?? string.Empty });

    private static string Describe(CachedSequences sequences) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sequences.Count} sequences, {sequences.Bytes / 1048576.0:0.#} MiB{(sequences.LongestUnused is { } time ? $", the oldest not used since {time:yyyy-MM-dd HH:mm} UTC" : string.Empty)}");
}
