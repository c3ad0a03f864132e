using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mpuc.Host.Evaluation;

/// <summary>How results are written as JSON. Only the host's own types pass through it.</summary>
internal static class EvaluationJson
{
    private static readonly Lazy<JsonSerializerOptions> Indented = new(() => new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    });

    /// <summary>Camel case, indented, enumerations as texts.</summary>
    public static JsonSerializerOptions Options => Indented.Value;
}
