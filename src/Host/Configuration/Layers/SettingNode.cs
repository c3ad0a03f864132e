using System.Text.Json;

namespace Mpuc.Host.Configuration.Layers;

/// <summary>What <c>Microsoft.Extensions.Configuration</c> forgets of a JSON value: its type, its place and its order. The value itself stays there.</summary>
/// <param name="Name">The property's name, or the index in a list.</param>
/// <param name="Key">Where the value is found in an <c>IConfiguration</c>, such as <c>training:epochs</c>.</param>
/// <param name="Kind">The JSON type.</param>
/// <param name="Origin">Where it was set.</param>
internal sealed record SettingNode(string Name, string Key, JsonValueKind Kind, SettingOrigin Origin)
{
    /// <summary>An object's properties or a list's elements, in the document's order.</summary>
    public List<SettingNode> Children { get; } = [];

    /// <summary>Whether the property has a given name, in the way its origin compares names.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True where it is the same.</returns>
    public bool IsNamed(string name) => string.Equals(Name, name, Origin.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
