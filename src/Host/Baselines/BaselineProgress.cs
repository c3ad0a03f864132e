namespace Mpuc.Host.Baselines;

/// <summary>How far the training of a baseline has come.</summary>
/// <param name="Epoch">Epochs completed.</param>
/// <param name="BestEpoch">The epoch, from 1, of the least validation loss; 0 without validation.</param>
/// <param name="BestLoss">The least validation loss; infinite without one.</param>
internal sealed record BaselineProgress(int Epoch = 0, int BestEpoch = 0, double BestLoss = double.PositiveInfinity)
{
    /// <summary>Whether the newest epoch is the best one.</summary>
    public bool IsBest => BestEpoch > 0 && BestEpoch == Epoch;

    /// <summary>The state after an epoch's end.</summary>
    /// <param name="validationLoss">The validation loss; null without validation.</param>
    /// <returns>The state at the boundary.</returns>
    public BaselineProgress After(double? validationLoss) => validationLoss < BestLoss
        ? new BaselineProgress(Epoch + 1, Epoch + 1, validationLoss.Value)
        : this with { Epoch = Epoch + 1 };
}
