using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mpuc.Conformance;

/// <summary>
/// The file <c>conformance.json</c> beside a plugin's main assembly: an object from the kinds of modality to what they are tried with.
/// </summary>
/// <example>
/// <code>{ "gaze": { "recordings": ["conformance/a.csv", "conformance/b.csv"], "backbones": { "conv": { "options": { "channels": 8 } } } }
/// }</code>
/// </example>
public static class SampleFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "conformance.json";

    private static readonly string[] KindKeys = ["recordings", "refused", "options", "seconds", "backbones", "frameShape", "windowFrames"];
    private static readonly string[] BackboneKeys = ["options", "withoutGradient"];

    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false,
    };

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file; paths in it count from its folder.</param>
    /// <returns>What every kind is tried with; nothing where there is no such file.</returns>
    /// <exception cref="MpucException">The file is damaged, or has an unknown key; the message names it.</exception>
    public static IReadOnlyDictionary<string, KindSamples> Read(string path)
    {
        if (!File.Exists(path))
        {
            return new Dictionary<string, KindSamples>();
        }

        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            var kinds = JsonNode.Parse(File.ReadAllText(path), documentOptions: Lenient)!.AsObject();
            return kinds.ToDictionary(
                kind => kind.Key, kind => Kind(Known(kind.Value!, kind.Key, KindKeys), kind.Key, folder), StringComparer.Ordinal);
        }
        catch (Exception e) when (
            e is JsonException or InvalidOperationException or FormatException or ArgumentException or NullReferenceException)
        {
            throw new MpucException(
                $"'{path}' is not an object from kinds of modality to what they are tried with: {e.Message.TrimEnd('.')}.", e);
        }
        catch (MpucException e)
        {
            throw new MpucException($"'{path}': {e.Message}", e);
        }
    }

    private static KindSamples Kind(JsonObject json, string name, string folder) => new()
    {
        Recordings = Sources(json["recordings"], folder),
        Refused = Sources(json["refused"], folder),
        Options = Options(json),
        WindowSeconds = json["seconds"]?.GetValue<double>() ?? 1,
        Backbones = (json["backbones"]?.AsObject() ?? []).ToDictionary(
            backbone => backbone.Key,
            backbone => Backbone(Known(backbone.Value!, $"{name}.backbones.{backbone.Key}", BackboneKeys)),
            StringComparer.Ordinal),
        FrameShape = json["frameShape"]?.AsArray().Select(size => size!.GetValue<long>()).ToArray(),
        WindowFrames = json["windowFrames"]?.GetValue<int>() ?? 30,
        Folder = folder,
    };

    private static BackboneSamples Backbone(JsonObject json) => new()
    {
        Options = Options(json),
        WithoutGradient = json["withoutGradient"]?.AsArray().Select(name => name!.GetValue<string>()).ToArray() ?? [],
    };

    private static JsonObject Options(JsonObject json) => json["options"]?.DeepClone().AsObject() ?? [];

    private static ModalitySource[] Sources(JsonNode? list, string folder) =>
        list?.AsArray().Select(item => Source(item!.GetValue<string>(), folder)).ToArray() ?? [];

    // As in a manifest, "table.csv#KEY" is a row of a table.
    private static ModalitySource Source(string text, string folder)
    {
        var parts = text.Split('#', 2);
        return new ModalitySource(Path.GetFullPath(parts[0], folder)) { Key = parts.Length == 2 ? parts[1] : null };
    }

    private static JsonObject Known(JsonNode json, string place, string[] keys)
    {
        var entry = json.AsObject();
        return entry.Select(member => member.Key).FirstOrDefault(key => !keys.Contains(key)) is { } unknown
            ? throw new MpucException($"there is no '{place}.{unknown}'; known there: {string.Join(", ", keys)}.")
            : entry;
    }
}
