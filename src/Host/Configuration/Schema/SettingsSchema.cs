namespace Mpuc.Host.Configuration.Schema;

/// <summary>
/// What a part of a configuration may hold. Schemas are data, not code: the reader checks against them, and all that a JSON Schema needs
/// can be read off them.
/// </summary>
internal abstract class SettingsSchema(string description)
{
    /// <summary>One sentence for people.</summary>
    public string Description { get; } = description;
}

/// <summary>An object with known keys: options, which are values, and children, which are objects.</summary>
internal sealed class SectionSchema(
    string description, OptionSchema options, params IReadOnlyList<KeyValuePair<string, SettingsSchema>> children)
    : SettingsSchema(description)
{
    /// <summary>The values.</summary>
    public OptionSchema Options { get; } = options;

    /// <summary>The objects inside, by key, in reading order.</summary>
    public IReadOnlyList<KeyValuePair<string, SettingsSchema>> Children { get; } = children;

    /// <summary>Every key, in reading order.</summary>
    public IReadOnlyList<string> Keys { get; } = [.. options.Options.Select(option => option.Name), .. children.Select(child => child.Key)];
}

/// <summary>An object whose keys depend on the value of one of them, such as a modality's <c>kind</c>.</summary>
/// <param name="discriminator">The option that decides; a choice among the cases' names. Every case has it among its own options.</param>
internal sealed class VariantSchema(string description, Option<string> discriminator, IReadOnlyDictionary<string, SectionSchema> cases)
    : SettingsSchema(description)
{
    /// <summary>The option that decides.</summary>
    public Option<string> Discriminator { get; } = discriminator;

    /// <summary>The schema for each of its values.</summary>
    public IReadOnlyDictionary<string, SectionSchema> Cases { get; } = cases;

    /// <summary>What a user should know where there is no case at all; a main clause.</summary>
    public string WithoutCases { get; init; } = "there is nothing to choose from";
}
