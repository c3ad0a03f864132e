using Mpuc.Host.Training;
using Mpuc.Host.Training.Checkpoints;
using Mpuc.Host.Training.TensorBoard;

namespace Mpuc.Host.Runs;

/// <summary>Keeps a training's metrics and checkpoints in its run's folder.</summary>
internal sealed class RunRecorder : ITrainingObserver
{
    private readonly MetricsFile _metrics;
    private readonly CheckpointFolder _checkpoints;
    private readonly TrainingOptions _options;
    private readonly TrainingSetup _setup;
    private readonly IProgress<TrainingProgress>? _progress;
    private readonly TensorBoardLog? _tensorBoard;

    public RunRecorder(
        RunDirectory directory,
        CheckpointFolder checkpoints,
        TrainingOptions options,
        TrainingSetup setup,
        IProgress<TrainingProgress>? progress)
    {
        _metrics = new MetricsFile(directory.MetricsPath);
        (_checkpoints, _options, _setup, _progress) = (checkpoints, options, setup, progress);
        _tensorBoard = options.TensorBoard ? new TensorBoardLog(directory.TensorBoardPath, _metrics.Read(), TimeProvider.System) : null;
    }

    public void OnStep(TrainingProgress progress) => _progress?.Report(progress);

    public void OnEpoch(ContrastiveTrainer trainer, EpochMetrics training, EpochMetrics? validation)
    {
        Append(training);
        if (validation is not null)
        {
            Append(validation);
        }

        if (trainer.State.IsBest)
        {
            Write(_checkpoints.BestPath, trainer, resumable: false);
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
            Write(_checkpoints.PathOf(trainer.State.Step), trainer, resumable: true);
            _checkpoints.Prune(_options.KeepCheckpoints);
        }
    }

    private void Append(EpochMetrics line)
    {
        _metrics.Append(line);
        _tensorBoard?.Append(line);
    }

    private void Write(string path, ContrastiveTrainer trainer, bool resumable) =>
        Checkpoint.Write(path, trainer, _setup.Identity, _setup.Contexts, _setup.Statistics, resumable);
}
