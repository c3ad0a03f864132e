using System.Text.Json;

namespace Mpuc.Weights.Tfjs;

/// <summary>
/// A TensorFlow.js weights manifest: a JSON array of groups, alone (<c>NAME-weights_manifest.json</c>) or as <c>weightsManifest</c> of a
/// <c>model.json</c>.
/// </summary>
internal sealed class TfjsManifest
{
    private const long MaximumLength = 64 << 20;
    private const int MaximumDimensions = 64;
    private static readonly string[] Types = ["float32", "int32", "uint8", "bool"];
    private static readonly string[] StoredTypes = ["uint8", "uint16", "float16"];

    private readonly string _path;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private TfjsManifest(string path) => _path = path;

    /// <summary>Reads a manifest, not its shards.</summary>
    /// <param name="path">The JSON file.</param>
    /// <returns>Its groups.</returns>
    /// <exception cref="MpucException">It is no manifest, or one of something else than numbers.</exception>
    public static IReadOnlyList<TfjsGroup> Read(string path)
    {
        if (new FileInfo(path).Length > MaximumLength)
        {
            throw new MpucException($"{path} is longer than {MaximumLength >> 20} MiB; a weights manifest is far shorter.");
        }

        try
        {
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), options);
            return new TfjsManifest(path).ReadRoot(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException) // The latter for texts that are not UTF-8.
        {
            throw new MpucException($"{path} is not sound JSON ({exception.Message.TrimEnd('.')}).", exception);
        }
    }

    private TfjsGroup[] ReadRoot(JsonElement root)
    {
        var (groups, at) = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("weightsManifest", out var inner)
            ? (inner, "weightsManifest")
            : (root, string.Empty);
        return groups.ValueKind == JsonValueKind.Array
            ? [.. groups.EnumerateArray().Select((group, index) => ReadGroup(group, $"{at}[{index}]"))]
            : throw Wrong("the file", "an array of groups, or an object with one as weightsManifest");
    }

    private TfjsGroup ReadGroup(JsonElement group, string at)
    {
        if (group.ValueKind != JsonValueKind.Object
            || !group.TryGetProperty("paths", out var paths) || paths.ValueKind != JsonValueKind.Array
            || !group.TryGetProperty("weights", out var weights) || weights.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(at, "an object with the arrays paths and weights");
        }

        return new TfjsGroup(
            [.. paths.EnumerateArray().Select((shard, index) => Shard(shard, $"{at}.paths[{index}]"))],
            [.. weights.EnumerateArray().Select((weight, index) => ReadWeight(weight, $"{at}.weights[{index}]"))]);
    }

    // A manifest may come from anywhere; it must not make the program read, say, a key file elsewhere.
    private string Shard(JsonElement json, string at)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(_path))!;
        if (json.ValueKind != JsonValueKind.String || json.GetString() is not { Length: > 0 } name
            || name.Contains('\\') || name.Any(char.IsControl) || Path.IsPathRooted(name) || name.Split('/').Contains(".."))
        {
            throw Wrong(at, "the path of a file in the manifest's own folder");
        }

        return Path.Combine(folder, name);
    }

    private TfjsWeight ReadWeight(JsonElement weight, string at)
    {
        if (weight.ValueKind != JsonValueKind.Object || Text(weight, "name") is not { } name)
        {
            throw Wrong(at, "an object with a name");
        }

        if (!_names.Add(name))
        {
            throw Wrong($"{at}.name", $"a name of its own, while '{name}' is taken");
        }

        WeightsLimits.CheckCount(_names.Count, what => new MpucException($"{_path} {what}."));
        var type = Text(weight, "dtype");
        if (!Types.Contains(type, StringComparer.Ordinal))
        {
            throw Wrong($"{at}.dtype", $"one of {string.Join(", ", Types)}");
        }

        var shape = weight.TryGetProperty("shape", out var sizes)
            && sizes.ValueKind == JsonValueKind.Array && sizes.GetArrayLength() <= MaximumDimensions
            ? sizes.EnumerateArray().Select(Size).ToArray()
            : throw Wrong($"{at}.shape", $"an array of at most {MaximumDimensions} sizes");
        if (shape.Any(size => size < 0))
        {
            throw Wrong($"{at}.shape", "an array of whole numbers from 0 up");
        }

        var quantization = ReadQuantization(weight, $"{at}.quantization");
        return quantization is null || type is "float32" or "int32"
            ? new TfjsWeight(name, type!, shape, quantization)
            : throw Wrong($"{at}.dtype", "float32 or int32, as the weight is quantised");
    }

    private TfjsQuantization? ReadQuantization(JsonElement weight, string at)
    {
        if (!weight.TryGetProperty("quantization", out var json))
        {
            return null;
        }

        if (json.ValueKind != JsonValueKind.Object
            || Text(json, "dtype") is not { } type || !StoredTypes.Contains(type, StringComparer.Ordinal))
        {
            throw Wrong(at, $"an object with a dtype of {string.Join(", ", StoredTypes)}");
        }

        return type == "float16" ? new TfjsQuantization(type, 1, 0)
            : Number(json, "scale") is { } scale && Number(json, "min") is { } minimum ? new TfjsQuantization(type, scale, minimum)
            : throw Wrong(at, "an object with the numbers scale and min");
    }

    private static long Size(JsonElement json) => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var size) ? size : -1;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static double? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var value)
        && double.IsFinite(value)
            ? value
            : null;

    private MpucException Wrong(string at, string due) => new($"{_path}: {at} must be {due}.");
}
