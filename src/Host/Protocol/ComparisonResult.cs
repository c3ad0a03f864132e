namespace Mpuc.Host.Protocol;

/// <summary>What <c>mpuc compare</c> says.</summary>
public sealed record ComparisonResult
{
    /// <summary>The configuration's file name.</summary>
    public required string Configuration { get; init; }

    /// <summary>The data set's kind.</summary>
    public required string Data { get; init; }

    /// <summary>The label that is predicted.</summary>
    public required string Label { get; init; }

    /// <summary>The objective's variant of the contrastive rows.</summary>
    public required string Objective { get; init; }

    /// <summary>Whether the encoders of the contrastive rows saw the test recordings, without labels.</summary>
    public bool Transductive { get; init; }

    /// <summary>The number of folds.</summary>
    public required int Folds { get; init; }

    /// <summary>What is held out: <c>group</c>, <c>stratified</c> or <c>given</c>.</summary>
    public required string By { get; init; }

    /// <summary>What a group is called; null where nobody said.</summary>
    public required string? Group { get; init; }

    /// <summary>The seed of folds, weights and batches.</summary>
    public required int Seed { get; init; }

    /// <summary>Processes that worked at once.</summary>
    public required int Jobs { get; init; }

    /// <summary>Threads that each of them used for a tensor operation.</summary>
    public required int ThreadsPerJob { get; init; }

    /// <summary>Test recordings of all folds together.</summary>
    public required int TestRecordings { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<ComparisonRow> Rows { get; init; }

    /// <summary>Figures quoted from the paper, where it used the same data set and division; not measured here.</summary>
    public required IReadOnlyList<PublishedFigure> Published { get; init; }

    /// <summary>Puts the folds together.</summary>
    internal static IReadOnlyList<ComparisonRow> RowsOf(IReadOnlyList<IReadOnlyList<MethodRow>> folds, int modalities)
    {
        var byRow = folds[0].Select((_, row) => (IReadOnlyList<MethodRow>)[.. folds.Select(fold => fold[row])]).ToList();
        var contrastive = byRow.FirstOrDefault(row => row[0].Method == ContrastiveMethod.Name && row[0].Modalities.Count == modalities);
        return [.. byRow.Select(row => ComparisonRow.Of(row, contrastive))];
    }
}
