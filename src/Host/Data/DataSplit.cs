namespace Mpuc.Host.Data;

/// <summary>A data set divided into training, validation and test. No recording is on two sides.</summary>
public sealed record DataSplit
{
    /// <summary>The recordings that encoders and classifiers learn from, in the data set's order.</summary>
    public required IReadOnlyList<Recording> Training { get; init; }

    /// <summary>The recordings whose contrastive loss decides when training stops; may be empty.</summary>
    public required IReadOnlyList<Recording> Validation { get; init; }

    /// <summary>The recordings that are tested; may be empty. Nothing learns from their labels.</summary>
    public required IReadOnlyList<Recording> Test { get; init; }

    /// <summary>Whether the encoders learn from the test recordings, too, without their labels.</summary>
    public bool IsTransductive { get; init; }

    /// <summary>What a user should know of the division, one sentence each, such as identical recordings on two sides.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
