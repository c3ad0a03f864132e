using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mpuc.Conformance.Samples;

/// <summary>Reads the options of samples against a schema.</summary>
internal static class OptionJson
{
    /// <summary>Reads values.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="json">The values that are set.</param>
    /// <param name="folder">The folder that relative paths count from.</param>
    /// <returns>Checked values.</returns>
    /// <exception cref="MpucException">A key is unknown, or a value is not allowed.</exception>
    public static OptionValues Read(OptionSchema schema, JsonObject json, string folder) => new(
        schema,
        json.ToDictionary(
            member => member.Key,
            member => schema.Find(member.Key) is { } option ? Value(option, member.Value!, folder) : member.Value!.ToJsonString(),
            StringComparer.Ordinal));

    private static object Value(Option option, JsonNode json, string folder)
    {
        try
        {
            return (option.Kind, option.IsList) switch
            {
                (OptionKind.Integer, false) => json.GetValue<int>(),
                (OptionKind.Integer, true) => (IReadOnlyList<int>)json.Deserialize<int[]>()!,
                (OptionKind.Number, false) => json.GetValue<double>(),
                (OptionKind.Number, true) => (IReadOnlyList<double>)json.Deserialize<double[]>()!,
                (OptionKind.Boolean, _) => json.GetValue<bool>(),
                (OptionKind.Text, false) => json.GetValue<string>(),
                (OptionKind.Text, true) => (IReadOnlyList<string>)json.Deserialize<string[]>()!,
                (OptionKind.Weights, _) => Located(json.GetValue<string>(), folder),
                (_, false) => Path.GetFullPath(json.GetValue<string>(), folder),
                _ => (IReadOnlyList<string>)[.. json.Deserialize<string[]>()!.Select(path => Path.GetFullPath(path, folder))],
            };
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException or JsonException)
        {
            throw new MpucException($"'{option.Name}' is {json.ToJsonString()}; it must be {option.DescribeAllowed()}.", e);
        }
    }

    private static string Located(string nameOrPath, string folder)
    {
        var path = Path.GetFullPath(nameOrPath, folder);
        return nameOrPath.AsSpan().ContainsAny('/', '\\') || File.Exists(path) ? path : nameOrPath;
    }
}
