namespace Mpuc.Host.Training;

/// <summary>How far a training has come, told after every step.</summary>
/// <param name="Epoch">The epoch that runs, from 1.</param>
/// <param name="Epochs">Epochs in all, unless patience ends the training earlier.</param>
/// <param name="Batch">Batches done of the epoch.</param>
/// <param name="Batches">Batches in an epoch.</param>
/// <param name="Loss">The epoch's mean loss so far.</param>
/// <param name="RecordingsPerSecond">The rate in the epoch so far.</param>
/// <param name="TimeLeft">At the pace so far, at most.</param>
public sealed record TrainingProgress(
    int Epoch, int Epochs, int Batch, int Batches, double Loss, double RecordingsPerSecond, TimeSpan TimeLeft);
