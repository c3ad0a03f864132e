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

/// <summary>Writes a list of yes and no as one short text of 1 and 0.</summary>
internal sealed class BitTextConverter : JsonConverter<IReadOnlyList<bool>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<bool> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        [.. (reader.GetString() ?? string.Empty).Select(bit => bit == '1')];

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<bool> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Concat(value.Select(bit => bit ? '1' : '0')));
}
