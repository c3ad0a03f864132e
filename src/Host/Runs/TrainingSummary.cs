namespace Mpuc.Host.Runs;

/// <summary>How a training ended: <c>summary.json</c> of its run.</summary>
public sealed record TrainingSummary
{
    /// <summary>Why it ended: <c>completed</c> or <c>outOfPatience</c>.</summary>
    public required string Stopped { get; init; }

    /// <summary>Whether no label was read.</summary>
    public required bool Unsupervised { get; init; }

    /// <summary>Epochs trained, in all sessions.</summary>
    public required int Epochs { get; init; }

    /// <summary>Optimizer steps in all.</summary>
    public required long Steps { get; init; }

    /// <summary>The first epoch's mean training loss.</summary>
    public required double FirstLoss { get; init; }

    /// <summary>The last epoch's mean training loss.</summary>
    public required double LastLoss { get; init; }

    /// <summary>The least validation loss; null without validation.</summary>
    public double? BestValidationLoss { get; init; }

    /// <summary>The epoch of the least validation loss, from 1; null without validation.</summary>
    public int? BestEpoch { get; init; }

    /// <summary>Recordings trained on.</summary>
    public required int TrainingRecordings { get; init; }

    /// <summary>Seconds that the epochs took, in all sessions.</summary>
    public required double Seconds { get; init; }
}
