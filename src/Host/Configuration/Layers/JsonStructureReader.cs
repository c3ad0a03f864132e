using System.Globalization;
using System.Text.Json;

namespace Mpuc.Host.Configuration.Layers;

/// <summary>
/// Reads the structure of a JSON document with the place of every value. Comments and trailing commas are allowed, duplicate keys are not.
/// </summary>
/// <param name="json">The document in valid UTF-8, without a byte order mark.</param>
/// <param name="document">Where the document comes from.</param>
internal sealed class JsonStructureReader(ReadOnlyMemory<byte> json, SettingOrigin document, ConfigurationErrors errors)
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly TextPosition _position = new(json);

    /// <summary>Reads the document.</summary>
    /// <returns>The root, an object; null where the document is not one.</returns>
    public SettingNode? Read()
    {
        var reader = new Utf8JsonReader(json.Span, Options);
        try
        {
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                var root = new SettingNode(string.Empty, string.Empty, JsonValueKind.Object, document);
                ReadInto(root, ref reader);
                // Throws where anything follows.
                _ = reader.Read();
                return root;
            }

            errors.Add(document, "a configuration is a JSON object, { \"modalities\": { ... } }.");
        }
        catch (JsonException exception)
        {
            errors.Add(OriginOf(exception), $"this is not valid JSON; {Describe(exception)}.");
        }
        catch (InvalidOperationException)
        {
            errors.Add(OriginOf(ref reader), "this text escapes half a character (\\ud800 to \\udfff); write the character itself.");
        }

        return null;
    }

    private void ReadInto(SettingNode parent, ref Utf8JsonReader reader)
    {
        var known = new Dictionary<string, SettingNode>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            var origin = OriginOf(ref reader);
            var name = parent.Children.Count.ToString(CultureInfo.InvariantCulture);
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                CheckName(name, known, origin);
                reader.Read();
            }

            var node = new SettingNode(name, parent.Key.Length == 0 ? name : $"{parent.Key}:{name}", KindOf(ref reader), origin);
            parent.Children.Add(node);
            known.TryAdd(name, node);
            if (node.Kind is JsonValueKind.Object or JsonValueKind.Array)
            {
                ReadInto(node, ref reader);
            }
        }
    }

    // Keys that differ in case alone are one key to Microsoft.Extensions.Configuration, and a colon is its separator.
    private void CheckName(string name, Dictionary<string, SettingNode> known, SettingOrigin origin)
    {
        if (name.Contains(':', StringComparison.Ordinal))
        {
            errors.Add(origin, $"the key '{name}' has a colon; write an object inside an object instead.");
        }
        else if (known.GetValueOrDefault(name) is { } first)
        {
            errors.Add(origin, first.Name == name
                ? $"the key '{name}' stands here a second time, after {first.Origin.Place}; one of the two must go."
                : $"the key '{name}' differs only in case from '{first.Name}' at {first.Origin.Place}; one of the two must go.");
        }
    }

    private static JsonValueKind KindOf(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return JsonValueKind.Object;
            case JsonTokenType.StartArray:
                return JsonValueKind.Array;
            case JsonTokenType.String:
                // Throws where the text cannot be represented, before anyone else stumbles over it.
                _ = reader.GetString();
                return JsonValueKind.String;
            case JsonTokenType.Number:
                return JsonValueKind.Number;
            case JsonTokenType.True:
                return JsonValueKind.True;
            case JsonTokenType.False:
                return JsonValueKind.False;
            default:
                return JsonValueKind.Null;
        }
    }

    private SettingOrigin OriginOf(ref Utf8JsonReader reader) => document.At(_position.At((int)reader.TokenStartIndex));

    private SettingOrigin OriginOf(JsonException exception) =>
        document.At(TextPosition.At(json, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0));

    // "'}' is invalid without a matching open. LineNumber: 3 | ..." becomes "'}' is invalid without a matching open".
    private static string Describe(JsonException exception)
    {
        var message = exception.Message.AsSpan();
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return message[..(end < 0 ? message.Length : end)].TrimEnd('.').ToString().Replace(". ", ", ", StringComparison.Ordinal);
    }
}
