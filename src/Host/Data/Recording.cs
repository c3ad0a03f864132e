namespace Mpuc.Host.Data;

/// <summary>One recording of a data set, with its labels.</summary>
public sealed record Recording
{
    /// <summary>Unique within the data set.</summary>
    public required string Id { get; init; }

    /// <summary>The actor or speaker; empty where the data set names none.</summary>
    public string Group { get; init; } = string.Empty;

    /// <summary>The split that the data set itself assigns (<c>train</c>, <c>validation</c>, <c>test</c>); null for none.</summary>
    public string? Split { get; init; }

    /// <summary>Class names by label name, such as <c>emotion</c> to <c>angry</c>.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Where each source's data lie, by source name; a recording may lack some.</summary>
    public required IReadOnlyDictionary<string, ModalitySource> Sources { get; init; }

    /// <summary>What the encoder stage may know of the recording.</summary>
    /// <returns>The recording without its labels and split.</returns>
    public UnlabelledRecording WithoutLabels() => new(Id, Group, Sources);
}
