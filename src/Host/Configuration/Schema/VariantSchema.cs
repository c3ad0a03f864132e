namespace Mpuc.Host.Configuration.Schema;

/// <summary>An object whose keys depend on the value of one of them, such as a modality's <c>kind</c>.</summary>
/// <param name="description">One sentence for people.</param>
/// <param name="discriminator">The option that decides; a choice among the cases' names. Every case has it among its own options.</param>
/// <param name="cases">The schema for each of its values.</param>
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
