using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mpuc.Host.Evaluation;

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
