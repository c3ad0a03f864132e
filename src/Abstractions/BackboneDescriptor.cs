namespace Mpuc;

/// <summary>What a backbone is and which kind of modality it belongs to.</summary>
public sealed class BackboneDescriptor
{
    /// <summary>The kind of modality that it encodes, such as <c>audio</c>; may be another plugin's.</summary>
    public required string Kind { get; init; }

    /// <summary>The backbone's name in configurations, such as <c>tcn</c>; lower camel case, unique within the kind.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence for people, with the source of the architecture.</summary>
    public required string Description { get; init; }

    /// <summary>The backbone's options.</summary>
    public required OptionSchema Options { get; init; }

    /// <summary>The key of its registration: <c>kind/name</c>.</summary>
    public string Key => $"{Kind}/{Name}";
}
