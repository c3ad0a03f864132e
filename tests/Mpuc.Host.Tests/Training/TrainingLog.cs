using Mpuc.Host.Training;

namespace Mpuc.Host.Tests.Training;

/// <summary>Remembers what an observer is told.</summary>
internal sealed class TrainingLog : ITrainingObserver
{
    public List<TrainingProgress> Steps { get; } = [];

    public List<EpochMetrics> Training { get; } = [];

    public List<EpochMetrics> Validation { get; } = [];

    public int Cancellations { get; private set; }

    public Action<TrainingProgress> Step { get; init; } = _ => { };

    /// <summary>What must be equal in two runs of the same training.</summary>
    public IEnumerable<string> WithoutTimes => Training.Concat(Validation).Select(
        line => $"{line.Split} {line.Epoch} {line.Step} {line.Loss:R} {line.LearningRate:R} "
            + string.Join(' ', line.Pairs.Select(pair => $"{pair.Key}={pair.Value:R}")));

    public void OnStep(TrainingProgress progress)
    {
        Steps.Add(progress);
        Step(progress);
    }

    public void OnEpoch(ContrastiveTrainer trainer, EpochMetrics training, EpochMetrics? validation)
    {
        Training.Add(training);
        if (validation is not null)
        {
            Validation.Add(validation);
        }
    }

    public void OnCancelled(ContrastiveTrainer trainer) => Cancellations++;
}
