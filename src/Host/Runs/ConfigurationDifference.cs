using System.Text.Json.Nodes;
using Mpuc.Host.Data;
using Mpuc.Host.Training;

namespace Mpuc.Host.Runs;

/// <summary>Finds the settings in which a resumed training differs from the run that it continues.</summary>
internal static class ConfigurationDifference
{
    // What changes no weight that the run would have reached, and what a user resumes a run to change.
    private static readonly string[] AlwaysFree =
    [
        "runtime", "plugins", "evaluation", "baselines", .. DataOptions.WithoutEffect.Select(name => $"data.{name}"),
        "training.patience", "training.divergenceFactor", "training.checkpointEpochs", "training.keepCheckpoints", "training.tensorBoard",
    ];

    /// <summary>Finds the first setting that differs and matters.</summary>
    /// <param name="unsupervised">Whether the objective reads no label.</param>
    /// <returns>A clause that names the setting and both values; null for none.</returns>
    public static string? Find(JsonNode? before, JsonNode? now, TrainingOptions training, bool unsupervised)
    {
        var free = AlwaysFree.ToHashSet(StringComparer.Ordinal);
        if (training.Schedule != ScheduleKind.Cosine)
        {
            free.Add("training.epochs");
        }

        if (unsupervised)
        {
            free.Add("data.label");
        }

        return Find(before, now, string.Empty, free);
    }

    /// <summary>Finds the first setting that differs.</summary>
    /// <param name="free">The paths of the settings that may differ.</param>
    /// <returns>A clause that names the setting and both values; null for none.</returns>
    public static string? Find(JsonNode? before, JsonNode? now, IEnumerable<string> free) =>
        Find(before, now, string.Empty, free.ToHashSet(StringComparer.Ordinal));

    private static string? Find(JsonNode? before, JsonNode? now, string path, HashSet<string> free)
    {
        if (free.Contains(path) || JsonNode.DeepEquals(before, now))
        {
            return null;
        }

        return before is JsonObject left && now is JsonObject right
            ? left.Select(item => item.Key).Union(right.Select(item => item.Key))
                .Select(key => Find(left[key], right[key], path.Length == 0 ? key : $"{path}.{key}", free))
                .FirstOrDefault(difference => difference is not null)
            : $"'{path}' was {before?.ToJsonString() ?? "not set"} and is now {now?.ToJsonString() ?? "not set"}";
    }
}
