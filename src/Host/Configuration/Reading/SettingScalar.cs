using System.Globalization;
using System.Text.Json;
using Mpuc.Host.Configuration.Layers;

namespace Mpuc.Host.Configuration.Reading;

/// <summary>A single value as it was written.</summary>
/// <param name="Text">Its text, without quotes; null for an object, a list or null.</param>
/// <param name="Origin">Where it was set.</param>
/// <param name="IsQuoted">Whether only what stands in quotes is a text.</param>
internal sealed record SettingScalar(JsonValueKind Kind, string? Text, string Path, SettingOrigin Origin, bool IsQuoted)
{
    /// <summary>The value as a number.</summary>
    /// <returns>The number; null where this is none.</returns>
    public double? AsNumber() =>
        Kind == JsonValueKind.Number && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>
    /// Whether the text is another setting's, whose name differs in case alone: to Microsoft.Extensions.Configuration the two are one. By
    /// its own name that one is refused.
    /// </summary>
    public bool IsAnothers => Kind == JsonValueKind.Number && AsNumber() is null;

    /// <summary>The value as a text.</summary>
    /// <returns>The text; null where this is none.</returns>
    public string? AsText() => Kind == JsonValueKind.String || !IsQuoted ? Text : null;
}
