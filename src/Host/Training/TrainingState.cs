namespace Mpuc.Host.Training;

/// <summary>
/// How far a training has come: with the weights, the optimizer's and the random generator's state all that its continuation depends on.
/// </summary>
public sealed record TrainingState
{
    /// <summary>Epochs completed.</summary>
    public int Epoch { get; init; }

    /// <summary>Batches taken from the epoch that runs; 0 at an epoch's boundary.</summary>
    public int Batches { get; init; }

    /// <summary>Optimizer steps in all.</summary>
    public long Step { get; init; }

    /// <summary>The sums of the epoch that runs.</summary>
    public LossTotals Totals { get; init; } = new();

    /// <summary>The first epoch's mean loss, against which divergence is measured; null before its end.</summary>
    public double? FirstLoss { get; init; }

    /// <summary>The least validation loss so far; null without validation.</summary>
    public double? BestLoss { get; init; }

    /// <summary>The number of epochs completed when <see cref="BestLoss"/> was reached.</summary>
    public int BestEpoch { get; init; }

    /// <summary>The state after an epoch's end.</summary>
    /// <param name="loss">The epoch's mean training loss.</param>
    /// <param name="validationLoss">The validation loss; null without validation.</param>
    /// <returns>The state at the boundary.</returns>
    public TrainingState AfterEpoch(double loss, double? validationLoss)
    {
        var better = validationLoss is { } now && !(now >= BestLoss);
        return this with
        {
            Epoch = Epoch + 1,
            Batches = 0,
            Totals = new LossTotals(),
            FirstLoss = FirstLoss ?? loss,
            BestLoss = better ? validationLoss : BestLoss,
            BestEpoch = better ? Epoch + 1 : BestEpoch,
        };
    }

    /// <summary>Whether the newest epoch is the best one.</summary>
    public bool IsBest => BestLoss is not null && BestEpoch == Epoch && Batches == 0;
}
