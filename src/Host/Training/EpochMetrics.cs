namespace Mpuc.Host.Training;

/// <summary>One line of a run's metrics.</summary>
public sealed record EpochMetrics
{
    /// <summary>The metrics of training batches, measured while the weights change.</summary>
    public const string Training = "training";

    /// <summary>The metrics of validation batches after an epoch.</summary>
    public const string Validation = "validation";

    /// <summary><see cref="Training"/> or <see cref="Validation"/>.</summary>
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

    /// <summary>The metrics of an epoch that is over but not yet counted.</summary>
    /// <param name="split"><see cref="Training"/> or <see cref="Validation"/>.</param>
    /// <param name="state">The training's state at the epoch's end.</param>
    /// <param name="totals">The sums over the epoch's batches.</param>
    /// <param name="learningRate">The epoch's learning rate.</param>
    /// <returns>The line.</returns>
    public static EpochMetrics Of(string split, TrainingState state, LossTotals totals, double learningRate) => new()
    {
        Split = split,
        Epoch = state.Epoch + 1,
        Step = state.Step,
        Loss = totals.MeanLoss(),
        Pairs = totals.MeanPairLosses(),
        LearningRate = learningRate,
        Seconds = totals.Seconds,
        RecordingsPerSecond = totals.Recordings / totals.Seconds,
    };
}
