namespace Mpuc.Host.Configuration.Schema;

/// <summary>
/// What a part of a configuration may hold. Schemas are data, not code: the reader checks against them, and all that a JSON Schema needs can be read
/// off them.
/// </summary>
/// <param name="description">One sentence for people.</param>
internal abstract class SettingsSchema(string description)
{
    /// <summary>One sentence for people.</summary>
    public string Description { get; } = description;
}
