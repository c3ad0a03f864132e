using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mpuc.Host.Serving.Http;

/// <summary>JSON as the server writes it: camel case, and only what JSON itself needs escaped, for it is never part of a page.</summary>
internal static class ServingJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
