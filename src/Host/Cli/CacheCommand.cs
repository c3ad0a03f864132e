using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Cache;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc cache</c>: what is kept between runs and can be made again.</summary>
internal static class CacheCommand
{
    private static readonly System.CommandLine.Option<string?> Folder = new("--cache")
    {
        Description = "The cache that configurations name as data.cache; by default the user's.",
        HelpName = "DIR",
    };

    /// <summary>Creates the command.</summary>
    public static Command Create() => new ExampleCommand(
        "cache",
        "Show and clear what is kept between runs up to data.cacheLimit: sequences that encoders have read, synthetic sets, hashes of "
            + "files.",
        "mpuc cache show")
    {
        CreateShow(),
        CreateClear(),
    };

    private static ExampleCommand CreateShow()
    {
        var command = new ExampleCommand(
            "show", "Say where the cache is, what is in it, and since when the oldest was not used.", "mpuc cache show --json")
        {
            Folder,
            SharedOptions.Json,
        };
        command.SetAction(parsed =>
        {
            var folder = FolderOf(parsed);
            var (contents, output) = (CacheContents.In(folder), parsed.InvocationConfiguration.Output);
            if (parsed.GetValue(SharedOptions.Json))
            {
                output.WriteJson(new JsonObject
                {
                    ["folder"] = folder,
                    ["sequences"] = contents.SequenceCount,
                    ["syntheticSets"] = contents.SyntheticSetCount,
                    ["hashBytes"] = contents.HashBytes,
                    ["bytes"] = contents.Bytes,
                    ["longestUnused"] = contents.LongestUnused,
                });
            }
            else
            {
                output.WriteLine($"{folder}: {Describe(contents)}");
            }

            return 0;
        });
        return command;
    }

    private static ExampleCommand CreateClear()
    {
        var command = new ExampleCommand(
            "clear", "Delete sequences, synthetic sets and hashes; runs make them again. Pretrained weights stay.", "mpuc cache clear")
        {
            Folder,
        };
        command.SetAction(parsed =>
        {
            var folder = FolderOf(parsed);
            using var owned = Directory.Exists(folder)
                ? CacheLock.TryOwn(folder)
                    ?? throw new MpucException($"{folder} is in use by a run, or may not be written; try again when the run has ended.")
                : null;
            var before = CacheContents.In(folder);
            before.Clear();
            var after = CacheContents.In(folder);
            parsed.InvocationConfiguration.Output.WriteLine(
                after.Bytes == 0
                    ? $"{folder}: deleted {Describe(before)}"
                    : throw new MpucException($"{folder}: in use, or not ours to delete, and so still there: {Describe(after)}."));
            return 0;
        });
        return command;
    }

    private static string FolderOf(ParseResult parsed) =>
        CacheFolder.Of(new DataOptions { Cache = parsed.GetValue(Folder) ?? string.Empty });

    private static string Describe(CacheContents contents)
    {
        var parts = new List<string> { $"{contents.SequenceCount} sequences" };
        if (contents.SyntheticSetCount > 0)
        {
            parts.Add($"{contents.SyntheticSetCount} synthetic set{(contents.SyntheticSetCount == 1 ? string.Empty : "s")}");
        }

        if (contents.HashBytes > 0)
        {
            parts.Add("hashes of files");
        }

        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{contents.Bytes / 1048576.0:0.#} MiB"));
        if (contents.LongestUnused is { } time)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"the oldest not used since {time:yyyy-MM-dd HH:mm} UTC"));
        }

        return string.Join(", ", parts);
    }
}
