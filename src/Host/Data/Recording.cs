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

/// <summary>A data set as its reader found it.</summary>
public sealed record Dataset
{
    /// <summary>The recordings, in the data set's order; at least one, ids unique.</summary>
    public required IReadOnlyList<Recording> Recordings { get; init; }

    /// <summary>What a user should know of the data, one sentence each: missing parts with their counts, identical recordings.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The label that the evaluation predicts; null where the configuration names none.</summary>
    public string? Label { get; init; }

    /// <summary>Groups of ids whose recordings are identical byte for byte in every source.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Duplicates { get; init; } = [];
}
