using Mpuc.Host.Training;

namespace Mpuc.Host.Runs;

/// <summary>Keeps nothing: what a process that does not lead makes of its training.</summary>
internal sealed class SilentObserver : ITrainingObserver
{
    /// <inheritdoc/>
    public void OnStep(TrainingProgress progress)
    {
    }

    /// <inheritdoc/>
    public void OnEpoch(ContrastiveTrainer trainer, EpochMetrics training, EpochMetrics? validation)
    {
    }

    /// <inheritdoc/>
    public void OnCancelled(ContrastiveTrainer trainer)
    {
    }
}
