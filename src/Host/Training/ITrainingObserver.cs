using System.Diagnostics;

namespace Mpuc.Host.Training;

/// <summary>Hears of a training's course: keeps its metrics and checkpoints, shows its progress.</summary>
public interface ITrainingObserver
{
    /// <summary>A step is done.</summary>
    /// <param name="progress">How far the training has come.</param>
    void OnStep(TrainingProgress progress);

    /// <summary>An epoch is done; the trainer's state is at its boundary, and this is the time to save it.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="training">The epoch's metrics.</param>
    /// <param name="validation">The validation's metrics; null without validation.</param>
    void OnEpoch(ContrastiveTrainer trainer, EpochMetrics training, EpochMetrics? validation);

    /// <summary>The training was cancelled between two steps; the trainer's state is sound.</summary>
    /// <param name="trainer">The trainer.</param>
    void OnCancelled(ContrastiveTrainer trainer);
}

/// <summary>Why a training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs are done.</summary>
    Completed,

    /// <summary>The validation loss did not improve for as many epochs as the patience allows.</summary>
    OutOfPatience,
}

/// <summary>Estimates the time left from the steps taken since the training started or resumed.</summary>
internal sealed class TrainingPace(int epochs, int batchesPerEpoch, TrainingState start)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly long _total = ((long)(epochs - start.Epoch) * batchesPerEpoch) - start.Batches;

    public TrainingProgress After(TrainingState state)
    {
        var done = state.Step - start.Step;
        var left = _clock.Elapsed / done * Math.Max(0, _total - done);
        var rate = state.Totals.Recordings / state.Totals.Seconds;
        return new TrainingProgress(state.Epoch + 1, epochs, state.Batches, batchesPerEpoch, state.Totals.MeanLoss(), rate, left);
    }
}

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
