using Mpuc.Host.Plugins;
using TorchSharp;

namespace Mpuc.Host.Training;

/// <summary>Keeps a training's metrics and checkpoints in its run's folder.</summary>
internal sealed class RunRecorder : ITrainingObserver
{
    private readonly MetricsFile _metrics;
    private readonly CheckpointFolder _checkpoints;
    private readonly TrainingOptions _options;
    private readonly ModelIdentity _identity;
    private readonly IReadOnlyDictionary<string, BackboneContext> _contexts;
    private readonly IReadOnlyDictionary<string, torch.Tensor> _statistics;
    private readonly IProgress<TrainingProgress>? _progress;

    public RunRecorder(
        MetricsFile metrics,
        CheckpointFolder checkpoints,
        TrainingOptions options,
        ModelIdentity identity,
        IReadOnlyDictionary<string, BackboneContext> contexts,
        IReadOnlyDictionary<string, torch.Tensor> statistics,
        IProgress<TrainingProgress>? progress) =>
        (_metrics, _checkpoints, _options, _identity, _contexts, _statistics, _progress) =
        (metrics, checkpoints, options, identity, contexts, statistics, progress);

    /// <summary>The newest epoch's training metrics; null before its end.</summary>
    public EpochMetrics? Last { get; private set; }

    public void OnStep(TrainingProgress progress) => _progress?.Report(progress);

    public void OnEpoch(ContrastiveTrainer trainer, EpochMetrics training, EpochMetrics? validation)
    {
        Last = training;
        _metrics.Append(training);
        if (validation is not null)
        {
            _metrics.Append(validation);
        }

        if (trainer.State.IsBest)
        {
            Checkpoint.Write(_checkpoints.BestPath, trainer, _identity, _contexts, _statistics, resumable: false);
        }

        if (trainer.State.Epoch % _options.CheckpointEpochs == 0)
        {
            Save(trainer);
        }
    }

    public void OnCancelled(ContrastiveTrainer trainer) => Save(trainer);

    /// <summary>Writes the checkpoint of the present step where it is not there yet.</summary>
    public void Save(ContrastiveTrainer trainer)
    {
        if (trainer.State.Step > 0 && !File.Exists(_checkpoints.PathOf(trainer.State.Step)))
        {
            Checkpoint.Write(_checkpoints.PathOf(trainer.State.Step), trainer, _identity, _contexts, _statistics);
            _checkpoints.Prune(_options.KeepCheckpoints);
        }
    }
}
