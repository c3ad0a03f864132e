using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Runs;
using Mpuc.Weights;

namespace Mpuc.Host.Protocol;

/// <summary>
/// The folder of a cross-validation or comparison: <c>protocol.json</c> (what was asked for), one folder per fold, and at the end
/// <c>results.json</c> and <c>results.md</c>. Results of other settings are never taken for this call's.
/// </summary>
internal sealed class ProtocolFolder
{
    // What changes no figure beyond the last bits of a sum.
    private static readonly string[] Free =
    [
        "configuration.runtime",
        "configuration.plugins",
        "configuration.training.tensorBoard",
        .. DataOptions.WithoutEffect.Select(name => $"configuration.data.{name}"),
    ];

    private readonly JsonObject _identity;

    /// <summary>Names the folder.</summary>
    /// <param name="output">The folder; null for one in <c>runs</c> that the settings decide, so that the same call finds it again.</param>
    public ProtocolFolder(string? output, string command, string name, RunConfiguration configuration, FoldPlan plan)
    {
        _identity = new JsonObject
        {
            ["command"] = command,
            ["folds"] = plan.Folds,
            ["configuration"] = configuration.Resolved.DeepClone(),
        };
        Root = System.IO.Path.GetFullPath(output ?? System.IO.Path.Combine("runs", $"{name}-{command}-{Hash(_identity)}"));
    }

    /// <summary>The folder's absolute path.</summary>
    public string Root { get; }

    /// <summary>The folder of the jobs' claims.</summary>
    public string Claims => Path(".claims");

    /// <summary>One fold's folder.</summary>
    /// <param name="number">The fold's number, from 1.</param>
    public string Fold(int number) => Path(FormattableString.Invariant($"fold-{number}"));

    /// <summary>Makes the folder, or finds that it belongs to the same call.</summary>
    /// <exception cref="MpucException">It holds something else.</exception>
    public void Open()
    {
        var plan = Path("protocol.json");
        if (File.Exists(plan))
        {
            if (ConfigurationDifference.Find(Read(plan), _identity, Free) is { } difference)
            {
                throw new MpucException($"{Root} holds results of other settings: {difference}; choose another folder with --output.");
            }

            return;
        }

        if (File.Exists(Root) || (Directory.Exists(Root) && Directory.EnumerateFileSystemEntries(Root).Any()))
        {
            throw new MpucException(
                $"{Root} exists and holds no cross-validation or comparison; choose a new or empty folder with --output.");
        }

        Directory.CreateDirectory(Root);
        AtomicFile.WriteText(plan, _identity.ToJsonString(EvaluationJson.Options) + "\n");
    }

    /// <summary>Writes the results.</summary>
    public void Write(string json, string markdown)
    {
        AtomicFile.WriteText(Path("results.json"), json + "\n");
        AtomicFile.WriteText(Path("results.md"), markdown);
    }

    /// <summary>Reads what a job has written.</summary>
    /// <exception cref="MpucException">It is missing or damaged.</exception>
    public static T Read<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), EvaluationJson.Options) ?? throw new JsonException("It is null.");
        }
        catch (Exception exception) when (exception is IOException)
        {
            throw new MpucException($"{path} is missing: another process is still at it, or was; run the same command again.", exception);
        }
        catch (JsonException exception)
        {
            throw new MpucException($"{path} is damaged; delete it, and the same command makes it anew.", exception);
        }
    }

    private static JsonNode? Read(string plan)
    {
        try
        {
            return StrictJson.Parse(File.ReadAllText(plan));
        }
        catch (JsonException exception)
        {
            throw new MpucException($"{plan} is damaged; choose another folder with --output.", exception);
        }
    }

    private static string Hash(JsonObject identity)
    {
        var copy = identity.DeepClone();
        foreach (var path in Free)
        {
            var names = path.Split('.');
            var parent = names[..^1].Aggregate<string, JsonNode?>(copy, (node, name) => node?[name]);
            (parent as JsonObject)?.Remove(names[^1]);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(copy.ToJsonString())))[..8];
    }

    private string Path(string name) => System.IO.Path.Combine(Root, name);
}
