using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mpuc.Host.Cli;

/// <summary>Writes JSON for programs and for the people who read over their shoulder.</summary>
internal static class JsonOutput
{
    // Readable paths and quotes; the output is a document of its own and never part of HTML.
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Not named WriteLine: TextWriter has one for every object, which would be taken.
    public static void WriteJson(this TextWriter output, JsonNode json) => output.WriteLine(json.ToJsonString(Indented));

    public static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];
}
