using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mpuc.Host.Training.Checkpoints;

/// <summary>How checkpoints, metrics and manifests are written as JSON. Only the host's own types pass through it.</summary>
internal static class CheckpointJson
{
    /// <summary>
    /// Camel case on one line; numbers round-trip exactly, and <c>></c> stays as it is, since nothing of this is put into HTML.
    /// </summary>
    public static JsonSerializerOptions Line { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The same, indented for people.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Line) { WriteIndented = true };
}
