using System.Text.Json;

namespace Mpuc.Host.Datasets.Manifests;

/// <summary>
/// A manifest as JSON Lines, one object per line: <c>id</c>, <c>group</c>, <c>split</c>, <c>labels</c> (an object of texts, numbers or
/// booleans) and <c>sources</c> (an object whose values are paths or objects with <c>path</c>, <c>key</c>, <c>start</c> and <c>end</c>).
/// </summary>
internal static class JsonLinesManifest
{
    private static readonly string[] EntryKeys = ["id", "group", "split", "labels", "sources"];

    private static readonly string[] SourceKeys = ["path", "key", "start", "end"];

    /// <summary>Reads the entries.</summary>
    /// <returns>One entry per line that is not blank.</returns>
    /// <exception cref="MpucException">A line is no such object; the message names it.</exception>
    public static IEnumerable<ManifestEntry> Read(string path) =>
        File.ReadLines(path).Select((text, index) => (text, Line: index + 1)).Where(line => !string.IsNullOrWhiteSpace(line.text))
            .Select(line => ReadLine(path, line.Line, line.text));

    private static ManifestEntry ReadLine(string path, int line, string text)
    {
        var place = $"'{path}', line {line}";
        try
        {
            using var document = JsonDocument.Parse(text);
            var entry = Members(place, "the line", document.RootElement, EntryKeys);
            return new ManifestEntry(
                line,
                Text(place, "id", entry.GetValueOrDefault("id")),
                Text(place, "group", entry.GetValueOrDefault("group")),
                Text(place, "split", entry.GetValueOrDefault("split")),
                ReadLabels(place, entry.GetValueOrDefault("labels")),
                ReadSources(place, entry.GetValueOrDefault("sources")));
        }
        catch (JsonException exception)
        {
            throw new MpucException($"{place}: this is not one JSON object on one line.", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new MpucException($"{place}: a text holds half a character (\\ud800 to \\udfff); write the character itself.", exception);
        }
    }

    private static Dictionary<string, string> ReadLabels(string place, JsonElement labels) =>
        labels.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            ? []
            : Members(place, "labels", labels, null)
                .Select(label => (label.Key, Value: Text(place, $"labels.{label.Key}", label.Value))).Where(label => label.Value.Length > 0)
                .ToDictionary(label => label.Key, label => label.Value, StringComparer.Ordinal);

    private static Dictionary<string, ManifestSource> ReadSources(string place, JsonElement sources) =>
        sources.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            ? []
            : Members(place, "sources", sources, null).Where(source => source.Value.ValueKind != JsonValueKind.Null)
                .ToDictionary(
                    source => source.Key, source => ReadSource(place, $"sources.{source.Key}", source.Value), StringComparer.Ordinal);

    private static ManifestSource ReadSource(string place, string name, JsonElement source)
    {
        if (source.ValueKind == JsonValueKind.String)
        {
            return new ManifestSource(source.GetString()!, null, 0, null);
        }

        var members = Members(place, name, source, SourceKeys);
        var key = Text(place, $"{name}.key", members.GetValueOrDefault("key"));
        return new ManifestSource(
            Text(place, $"{name}.path", members.GetValueOrDefault("path")),
            key.Length == 0 ? null : key,
            Seconds(place, $"{name}.start", members.GetValueOrDefault("start")) ?? 0,
            Seconds(place, $"{name}.end", members.GetValueOrDefault("end")));
    }

    private static Dictionary<string, JsonElement> Members(string place, string name, JsonElement element, string[]? known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new MpucException($"{place}: {name} is not a JSON object.");
        }

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (known is not null && !known.Contains(member.Name))
            {
                throw new MpucException($"{place}: {name} has an unknown key '{member.Name}'; it may have {string.Join(", ", known)}.");
            }

            if (!members.TryAdd(member.Name, member.Value))
            {
                throw new MpucException($"{place}: {name} has the key '{member.Name}' twice.");
            }
        }

        return members;
    }

    private static string Text(string place, string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => string.Empty,
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => throw new MpucException($"{place}: {name} is not a text."),
    };

    private static double? Seconds(string place, string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.Number when value.TryGetDouble(out var seconds) && double.IsFinite(seconds) => seconds,
        _ => throw new MpucException($"{place}: {name} is not a number of seconds."),
    };
}

/// <summary>A source as a manifest writes it.</summary>
/// <param name="Path">
/// A path, relative to the manifest's folder or absolute; where no such file is there, what follows a last <c>#</c> is the key.
/// </param>
/// <param name="Key">The row's key where the file is a table; null to look for it in the path.</param>
/// <param name="Start">Where the recording starts in the file, in seconds.</param>
/// <param name="End">Where it ends, in seconds; null for the file's end.</param>
internal sealed record ManifestSource(string Path, string? Key, double Start, double? End);
