using System.Text.Json.Nodes;

namespace Mpuc.Host.Configuration;

/// <summary>One setting that code makes, on top of all that a user wrote.</summary>
internal sealed record Setting(string Key, JsonNode Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Key}={Value.ToJsonString()}";
}
