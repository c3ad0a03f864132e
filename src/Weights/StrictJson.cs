using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mpuc.Weights;

/// <summary>
/// Parses JSON whose parts are looked up later. <see cref="JsonNode"/> puts off what it finds wrong until a part is asked for, and says it
/// with exceptions of its own then: names that stand twice, texts that are none in Unicode. Here that is an error of the JSON, and comes at
/// once.
/// </summary>
public static class StrictJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Parses a text.</summary>
    /// <param name="text">The JSON.</param>
    /// <returns>The value, every part of which can be read; null for <c>null</c>.</returns>
    /// <exception cref="JsonException">It is no JSON, has a name twice in one object, or holds half a character.</exception>
    public static JsonNode? Parse(string text)
    {
        try
        {
            var node = JsonNode.Parse(text, documentOptions: Strict);
            Visit(node);
            return node;
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A text holds half a character (\\ud800 to \\udfff).", exception);
        }
    }

    private static void Visit(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (_, member) in members)
                {
                    Visit(member);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Visit(item);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                _ = value.GetValue<string>();
                break;
        }
    }
}
