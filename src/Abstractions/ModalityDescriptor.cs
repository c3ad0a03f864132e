namespace Mpuc;

/// <summary>What a kind of modality is: its name, what it reads, its options.</summary>
public sealed class ModalityDescriptor
{
    /// <summary>The kind's name in configurations, such as <c>audio</c>; lower camel case, unique among the active plugins.</summary>
    public required string Kind { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Description { get; init; }

    /// <summary>
    /// File name extensions that the encoder reads, with the dot, such as <c>.wav</c>; a hint for data sets and messages, not a check.
    /// </summary>
    public required IReadOnlyList<string> Extensions { get; init => field = [.. value]; }

    /// <summary>The encoder's options.</summary>
    public required OptionSchema Options { get; init; }

    /// <summary>The name of the backbone that serves when the configuration names none.</summary>
    public required string DefaultBackbone { get; init; }

    /// <summary>The normalisation that serves when the configuration names none.</summary>
    public Normalization DefaultNormalization { get; init; } = Normalization.None;
}

/// <summary>Over what the host standardises a modality's frames to zero mean and unit deviation, per feature. None needs labels.</summary>
public enum Normalization
{
    /// <summary>The encoder's values as they are.</summary>
    None,

    /// <summary>Each recording by its own mean and deviation over time.</summary>
    Recording,

    /// <summary>
    /// Each recording by the mean and deviation over its group (actor, speaker). Sees held-out groups' recordings, not their labels.
    /// </summary>
    Group,

    /// <summary>All recordings by the mean and deviation over the training split.</summary>
    Training,
}
