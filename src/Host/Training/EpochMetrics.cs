namespace Mpuc.Host.Training;

/// <summary>One line of a run's metrics.</summary>
public sealed record EpochMetrics
{
    /// <summary><c>training</c> or <c>validation</c>.</summary>
    public required string Split { get; init; }

    /// <summary>Epochs completed, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Optimizer steps in all.</summary>
    public required long Step { get; init; }

    /// <summary>Eq. 2's loss, the mean over the epoch's recordings.</summary>
    public required double Loss { get; init; }

    /// <summary>Each ordered pair's loss (Eq. 1), by <c>m>n</c>.</summary>
    public required IReadOnlyDictionary<string, double> Pairs { get; init; }

    /// <summary>The epoch's learning rate.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Seconds that the epoch took.</summary>
    public required double Seconds { get; init; }

    /// <summary>Recordings per second.</summary>
    public required double RecordingsPerSecond { get; init; }
}
