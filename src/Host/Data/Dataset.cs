namespace Mpuc.Host.Data;

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
