namespace Mpuc.Host.Configuration.Schema;

/// <summary>An object with known keys: options, which are values, and children, which are objects.</summary>
/// <param name="description">One sentence for people.</param>
/// <param name="options">The values.</param>
/// <param name="children">The objects inside, by key, in reading order.</param>
internal sealed class SectionSchema(string description, OptionSchema options, params IReadOnlyList<KeyValuePair<string, SettingsSchema>> children)
    : SettingsSchema(description)
{
    /// <summary>The values.</summary>
    public OptionSchema Options { get; } = options;

    /// <summary>The objects inside, by key, in reading order.</summary>
    public IReadOnlyList<KeyValuePair<string, SettingsSchema>> Children { get; } = children;

    /// <summary>Every key, in reading order.</summary>
    public IReadOnlyList<string> Keys { get; } = [.. options.Options.Select(option => option.Name), .. children.Select(child => child.Key)];
}
