using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Plugins;
using Mpuc.Host.Serialization;
using Serilog;
using TorchSharp;

namespace Mpuc.Host.Training;

/// <summary>A whole training: from a configuration to a run's folder.</summary>
/// <param name="configuration">The configuration.</param>
/// <param name="catalog">What the active plugins offer.</param>
/// <param name="log">Told of every phase and warning, besides the run's own log.</param>
public sealed class TrainingRun(RunConfiguration configuration, IModalityCatalog catalog, ILogger log)
{
    /// <summary>Told of every sequence that is ready; null for nobody.</summary>
    public IProgress<ReadingProgress>? Reading { get; init; }

    /// <summary>Told of every step; null for nobody.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>
    /// Reads the data, trains, and keeps everything in a folder. The folder is made only when the data have been read, so bad input leaves nothing behind.
    /// </summary>
    /// <param name="output">The run's folder.</param>
    /// <param name="resume">Whether to continue the run in the folder from its newest sound checkpoint.</param>
    /// <param name="cancellationToken">Ends the training after the step that runs; a checkpoint is saved first.</param>
    /// <returns>How the training ended.</returns>
    /// <exception cref="MpucException">The folder, the configuration, the data or a plugin is at fault, or the training went astray.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled; the message says how to continue.</exception>
    public TrainingSummary Execute(string output, bool resume, CancellationToken cancellationToken)
    {
        var directory = RunDirectory.ForTraining(output, resume);
        if (resume)
        {
            RefuseOtherSettings(directory);
        }

        configuration.Objective.Check([.. configuration.Modalities.Select(modality => modality.Name)], configuration.Window.Views);
        var device = configuration.Runtime.Start();
        var dataset = DatasetCatalog.Read(configuration.Data, configuration.DatasetOptions);
        var split = DataSplitter.Split(dataset, configuration.Split, configuration.Seed);
        var modalities = configuration.Modalities.Select(catalog.Create).ToList();
        var data = EncoderStageData.From(split);
        using var store = SequenceStore.ForTraining(data, modalities, configuration.Data, Reading, cancellationToken);
        var contexts = modalities.ToDictionary(modality => modality.Name, modality => store.BackboneContext(modality, configuration.Window.Seconds));
        using var model = new MultimodalEncoder(modalities, contexts, configuration.Projection, configuration.Seed);
        model.to(device);

        var batches = new TrainingBatches(data, store, modalities, configuration);
        var warnings = dataset.Warnings.Concat(split.Warnings).Concat(batches.Warnings).ToList();
        directory.Create(Indented(configuration.Resolved), RunManifestBuilder.Build(configuration, modalities, split, warnings).ToJson());
        using var runLog = new LoggerConfiguration().WriteTo.Logger(log).WriteTo.File(directory.LogPath, formatProvider: CultureInfo.InvariantCulture).CreateLogger();
        warnings.ForEach(warning => runLog.Warning("{Warning:l}", warning));
        if (batches.Validation is null && configuration.Training.Patience > 0)
        {
            runLog.Information("Without a validation split ('data.split.validationFraction') training runs all {Epochs} epochs: patience is off.", configuration.Training.Epochs);
        }

        torch.manual_seed(MultimodalEncoder.SeedOf(configuration.Seed, "training"));
        using var trainer = new ContrastiveTrainer(model, configuration.Objective, configuration.Training, Labels(split));
        var checkpoints = new CheckpointFolder(directory.CheckpointsPath, runLog);
        var metrics = new MetricsFile(directory.MetricsPath);
        var identity = ModelIdentity.Of(modalities, contexts, configuration.Projection);
        if (resume)
        {
            Resume(trainer, checkpoints, metrics, identity, directory, runLog);
        }

        var recorder = new RunRecorder(metrics, checkpoints, configuration.Training, identity, contexts, store.Statistics, Progress);
        var reason = Train(trainer, batches, recorder, directory, runLog, cancellationToken);
        recorder.Save(trainer);
        return Finish(directory, trainer, reason, batches.Recordings, metrics, runLog);
    }

    private static StopReason Train(
        ContrastiveTrainer trainer, TrainingBatches batches, RunRecorder recorder, RunDirectory directory, ILogger runLog, CancellationToken cancellationToken)
    {
        try
        {
            return trainer.Train(batches.Training, batches.PerEpoch, batches.Validation, recorder, cancellationToken);
        }
        catch (OperationCanceledException exception)
        {
            var sentence = $"Training was stopped in epoch {trainer.State.Epoch + 1} after step {trainer.State.Step} and its state saved; continue with --output {directory.Path} --resume.";
            runLog.Information("{Sentence:l}", sentence);
            throw new OperationCanceledException(sentence, exception, cancellationToken);
        }
        catch (MpucException exception)
        {
            runLog.Error("{Problem:l}", exception.Message);
            throw;
        }
    }

    private void RefuseOtherSettings(RunDirectory directory)
    {
        var before = JsonNode.Parse(File.ReadAllText(directory.ConfigurationPath));
        if (ConfigurationDifference.Find(before, configuration.Resolved, configuration.Training, configuration.Objective.IsUnsupervised) is { } difference)
        {
            throw new MpucException($"The run in {directory.Path} cannot be continued with other settings: {difference}.");
        }
    }

    private static void Resume(
        ContrastiveTrainer trainer, CheckpointFolder checkpoints, MetricsFile metrics, ModelIdentity identity, RunDirectory directory, ILogger runLog)
    {
        File.Delete(directory.SummaryPath);
        using var checkpoint = checkpoints.OpenNewest();
        checkpoint?.Check(identity);
        checkpoint?.LoadInto(trainer);
        metrics.TruncateAfter(trainer.State.Epoch);
        runLog.Information("Continuing after epoch {Epoch}, step {Step}.", trainer.State.Epoch, trainer.State.Step);
    }

    private SupervisedLabels? Labels(DataSplit split) => configuration.Objective.IsUnsupervised
        ? null
        : new SupervisedLabels([.. split.Training, .. split.Validation], configuration.Data.Label);

    private TrainingSummary Finish(
        RunDirectory directory, ContrastiveTrainer trainer, StopReason reason, int recordings, MetricsFile metrics, ILogger runLog)
    {
        var (state, epochs) = (trainer.State, metrics.Read());
        var training = epochs.Where(line => line.Split == "training").ToList();
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
            TrainingRecordings = recordings,
            Seconds = epochs.Sum(line => line.Seconds),
        };
        AtomicFile.WriteText(directory.SummaryPath, JsonSerializer.Serialize(summary, CheckpointJson.Indented) + "\n");
        runLog.Information("Training ended ({Reason:l}) after {Epochs} epochs, loss {First:F4} to {Last:F4}.", summary.Stopped, summary.Epochs, summary.FirstLoss, summary.LastLoss);
        return summary;
    }

    private static string Indented(JsonObject json) => json.ToJsonString(CheckpointJson.Indented) + "\n";
}
