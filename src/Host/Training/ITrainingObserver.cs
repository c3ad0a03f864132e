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
