namespace Mpuc.Host.Modalities;

/// <summary>One modality as the configuration describes it, checked against the schemas of its encoder and backbone.</summary>
public sealed record ModalitySettings
{
    /// <summary>The modality's name in this run, such as <c>actionUnits</c>; several modalities may be of one kind.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of encoder, such as <c>vectors</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The name of the data set's source that the encoder reads; the modality's name where the configuration has none.</summary>
    public required string Source { get; init; }

    /// <summary>
    /// A table with one row per recording, keyed by the recording's id, that serves in place of the data set's source; null for none.
    /// </summary>
    public string? Table { get; init; }

    /// <summary>Over what the host standardises the frames.</summary>
    public required Normalization Normalization { get; init; }

    /// <summary>Standard deviation of the Gaussian noise that training adds to the standardised frames; 0 for none.</summary>
    public double InputNoise { get; init; }

    /// <summary>Whether a recording that the encoder cannot read lacks the modality, instead of being an error.</summary>
    public bool AllowsUnreadable { get; init; }

    /// <summary>The encoder's options.</summary>
    public required OptionValues Options { get; init; }

    /// <summary>The backbone's name.</summary>
    public required string Backbone { get; init; }

    /// <summary>The backbone's options.</summary>
    public required OptionValues BackboneOptions { get; init; }
}
