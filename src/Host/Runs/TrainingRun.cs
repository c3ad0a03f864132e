using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Logging;
using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins.Swapping;
using Mpuc.Host.Training;
using Mpuc.Host.Training.Checkpoints;
using Mpuc.Weights;
using TorchSharp;

namespace Mpuc.Host.Runs;

/// <summary>A whole training: from a configuration to a run's folder.</summary>
/// <param name="configuration">The configuration.</param>
/// <param name="catalog">What the active plugins offer.</param>
/// <param name="log">Told of every phase and warning; what it is told meanwhile, by plugins too, stands in the run's folder.</param>
public sealed class TrainingRun(RunConfiguration configuration, IModalityCatalog catalog, HostLog log)
{
    // A step of large batches on few cores, and the checkpoint after it.
    private static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(2);

    /// <summary>Told of every sequence that is ready; null for nobody.</summary>
    public IProgress<ReadingProgress>? Reading { get; init; }

    /// <summary>Told of every step; null for nobody.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>Offers new versions of plugins while one process trains; null to keep those that it began with.</summary>
    internal PluginUpdates? Updates { get; init; }

    /// <summary>
    /// Reads the data, trains, and keeps everything in a folder. The folder is made only when all input has proved sound, so bad input
    /// leaves nothing behind.
    /// </summary>
    /// <param name="output">The run's folder.</param>
    /// <param name="resume">Whether to continue the run in the folder from its newest sound checkpoint.</param>
    /// <param name="cancellationToken">Ends the training after the step that runs; a checkpoint is saved first.</param>
    /// <returns>How the training ended.</returns>
    /// <exception cref="MpucException">
    /// The folder, the configuration, the data or a plugin is at fault, or the training went astray.
    /// </exception>
    /// <exception cref="OperationCanceledException">The training was cancelled; the message says how to continue.</exception>
    public TrainingSummary Execute(string output, bool resume, CancellationToken cancellationToken)
    {
        using var file = log.Keep();
        var directory = RunDirectory.ForTraining(output, resume);
        using var hold = directory.Hold();
        resume = directory.IsRun;
        if (resume)
        {
            RefuseOtherSettings(directory);
        }

        using var stage = Begin(cancellationToken);
        var manifest = Describe(stage, resume ? directory : null);
        directory.DeleteLeftovers();
        directory.Create(configuration.Resolved.ToJsonString(CheckpointJson.Indented) + "\n", manifest.ToJson());
        file.Open(directory.LogPath);
        Announce(stage);

        var checkpoints = new CheckpointFolder(directory.CheckpointsPath, log.Logger);
        Load(stage, resume ? checkpoints : null);
        if (resume)
        {
            Continue(directory, stage);
        }

        StopReason? reason;
        while ((reason = Train(stage, directory, checkpoints, cancellationToken)) is null)
        {
            new PluginTakeover(configuration, Updates!, directory, checkpoints, log.Logger) { Reading = Reading }
                .Run(stage, cancellationToken);
        }

        return Finish(directory, stage, reason.Value);
    }

    // Not inlined, as are others that take a stage, so that Execute's frame keeps nothing that a plugin made.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private TrainingStage Begin(CancellationToken cancellationToken)
    {
        var setup = Prepare(out var device, cancellationToken);
        return new TrainingStage(setup, next => CreateTrainer(next, device));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private RunManifest Describe(TrainingStage stage, RunDirectory? continued) => RunManifestBuilder.Build(configuration, stage.Setup) with
    {
        Updates = continued is null ? [] : RunManifest.Read(continued).Updates,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Load(TrainingStage stage, CheckpointFolder? checkpoints)
    {
        using var checkpoint = checkpoints?.OpenNewest();
        checkpoint?.Check(stage.Setup.Identity);
        checkpoint?.LoadInto(stage.Trainer);
    }

    private TrainingSetup Prepare(out torch.Device device, CancellationToken cancellationToken)
    {
        device = configuration.Runtime.Start();
        return TrainingSetup.Prepare(configuration, catalog, Reading, cancellationToken);
    }

    private ContrastiveTrainer CreateTrainer(TrainingSetup setup, torch.Device device)
    {
        setup.Model.to(device);
        torch.manual_seed(MultimodalEncoder.SeedOf(configuration.Seed, "training"));
        return new ContrastiveTrainer(setup.Model, configuration.Objective, configuration.Training, setup.Labels);
    }

    private static JsonNode? ReadConfiguration(string path)
    {
        try
        {
            return StrictJson.Parse(File.ReadAllText(path));
        }
        catch (JsonException exception)
        {
            throw new MpucException(
                $"{path} is damaged ({exception.Message.TrimEnd('.')}), so that nobody can say with which settings the run began; train "
                    + "anew in another folder.",
                exception);
        }
    }

    private void RefuseOtherSettings(RunDirectory directory)
    {
        if (ConfigurationDifference.Find(
            ReadConfiguration(directory.ConfigurationPath),
            configuration.Resolved,
            configuration.Training,
            configuration.Objective.IsUnsupervised) is { } difference)
        {
            throw new MpucException($"The run in {directory.Path} cannot be continued with other settings: {difference}.");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Announce(TrainingStage stage)
    {
        var setup = stage.Setup;
        foreach (var warning in setup.Warnings)
        {
            log.Logger.Warning("{Warning:l}", warning);
        }

        if (setup.Batches.Validation is null && configuration.Training.Patience > 0)
        {
            log.Logger.Information(
                "Without a validation split ('data.split.validationFraction') training runs all {Epochs} epochs: patience is off.",
                configuration.Training.Epochs);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Continue(RunDirectory directory, TrainingStage stage)
    {
        var trainer = stage.Trainer;
        File.Delete(directory.SummaryPath);
        new MetricsFile(directory.MetricsPath).TruncateAfter(trainer.State.Epoch);
        log.Logger.Information("Continuing after epoch {Epoch}, step {Step}.", trainer.State.Epoch, trainer.State.Step);
    }

    // Why the training ended; null where it paused for new versions of plugins.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private StopReason? Train(
        TrainingStage stage, RunDirectory directory, CheckpointFolder checkpoints, CancellationToken cancellationToken)
    {
        var (trainer, batches) = (stage.Trainer, stage.Setup.Batches);
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var progress = Updates is null ? Progress : new UpdateWatch(Progress, Updates, pause);
        var recorder = new RunRecorder(directory, checkpoints, configuration.Training, stage.Setup, progress);
        try
        {
            using var finishing = FinishingWork.Begin(LongestStep);
            var reason = trainer.Train(batches.Training, batches.PerEpoch, batches.Validation, recorder, pause.Token);
            recorder.Save(trainer);
            return reason;
        }
        catch (OperationCanceledException) when (pause.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (OperationCanceledException exception)
        {
            var sentence = $"Training was stopped in epoch {trainer.State.Epoch + 1} after step {trainer.State.Step} and its state saved; "
                + $"continue with --output {directory.Path} --resume.";
            log.Logger.Information("{Sentence:l}", sentence);
            throw new OperationCanceledException(sentence, exception, cancellationToken);
        }
        catch (MpucException exception)
        {
            log.Logger.Error("{Problem:l}", exception.Message);
            throw;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TrainingSummary Finish(RunDirectory directory, TrainingStage stage, StopReason reason)
    {
        var state = stage.Trainer.State;
        var metrics = new MetricsFile(directory.MetricsPath).Read();
        var training = metrics.Where(line => line.Split == EpochMetrics.Training).ToList();
        var summary = new TrainingSummary
        {
            Stopped = reason == StopReason.Completed ? "completed" : "outOfPatience",
            Unsupervised = configuration.Objective.IsUnsupervised,
            Epochs = state.Epoch,
            Steps = state.Step,
            FirstLoss = training[0].Loss,
            LastLoss = training[^1].Loss,
            BestValidationLoss = state.BestLoss,
            BestEpoch = state.BestLoss is null ? null : state.BestEpoch,
            TrainingRecordings = stage.Setup.Batches.Recordings,
            Seconds = metrics.Sum(line => line.Seconds),
        };
        AtomicFile.WriteText(directory.SummaryPath, JsonSerializer.Serialize(summary, CheckpointJson.Indented) + "\n");
        log.Logger.Information(
            "Training ended ({Reason:l}) after {Epochs} epochs, loss {First:F4} to {Last:F4}.",
            summary.Stopped,
            summary.Epochs,
            summary.FirstLoss,
            summary.LastLoss);
        return summary;
    }
}
