using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Weights;

namespace Mpuc.Host.Plugins.Contact;

/// <summary>A step of a first contact, as the child tells it before it begins: a line of JSON.</summary>
/// <param name="What">What is done, such as <c>forward, 12 frames of [16]</c>.</param>
/// <param name="Backbone">The backbone that is tried, such as <c>audio/tcn</c>; null where none is.</param>
/// <param name="Trial">The number of the backbone's trial with frames of one shape; see <see cref="ContactTrials"/>.</param>
/// <param name="IsGuessed">Whether the shape is a guess, which the plugin may rightly not have reckoned with.</param>
internal sealed record ContactStep(string What, string? Backbone = null, int Trial = -1, bool IsGuessed = false)
{
    /// <summary>The step as messages name it.</summary>
    public string Description => Backbone is null ? What : $"backbone '{Backbone}', {What}";

    /// <summary>The step as a line.</summary>
    public JsonObject ToJson() => new() { ["step"] = What, ["backbone"] = Backbone, ["trial"] = Trial, ["guessed"] = IsGuessed };

    /// <summary>Reads a line.</summary>
    /// <returns>The step; null where the line tells of none.</returns>
    public static ContactStep? From(JsonObject line) => (string?)line["step"] is { } what
        ? new ContactStep(what, (string?)line["backbone"], (int?)line["trial"] ?? -1, (bool?)line["guessed"] ?? false)
        : null;

    /// <summary>Reads what may be a line of the child's; native code of a plugin may have written between.</summary>
    public static JsonObject? Parse(string text)
    {
        try
        {
            return text.StartsWith('{') ? StrictJson.Parse(text) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
