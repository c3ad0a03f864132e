using System.Text.Json;

namespace Mpuc.Host.Training;

/// <summary>How checkpoints, metrics and manifests are written as JSON. Only the host's own types pass through it.</summary>
internal static class CheckpointJson
{
    /// <summary>Camel case on one line; numbers round-trip exactly.</summary>
    public static JsonSerializerOptions Line { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>The same, indented for people.</summary>
    public static JsonSerializerOptions Indented { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}
