using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Modalities;
using Mpuc.Host.Training;
using Mpuc.Host.Training.Checkpoints;
using Serilog;
using TorchSharp;

namespace Mpuc.Host.Runs;

/// <summary>
/// A run after its training: the encoders with their weights, and all that is needed to use them as they were trained. Owns its tensors.
/// </summary>
public sealed class TrainedRun : IDisposable
{
    private readonly ILogger _log;
    private readonly torch.Device _device;

    private TrainedRun(
        RunDirectory directory, RunConfiguration configuration, IReadOnlyList<Modality> modalities, Checkpoint checkpoint, ILogger log)
    {
        (Directory, Configuration, Modalities, _log) = (directory, configuration, modalities, log);
        (State, CheckpointPath, Contexts) = (checkpoint.State, checkpoint.Path, checkpoint.Contexts);
        Manifest = RunManifest.Read(directory);
        _device = configuration.Runtime.Start();
        Model = Create(isRestored: true);
        checkpoint.LoadInto(Model);
        Statistics = checkpoint.ReadStatistics();
    }

    /// <summary>The run's folder.</summary>
    public RunDirectory Directory { get; }

    /// <summary>What the run was told.</summary>
    public RunConfiguration Configuration { get; }

    /// <summary>What determined the run.</summary>
    public RunManifest Manifest { get; }

    /// <summary>The modalities, in the configuration's order.</summary>
    public IReadOnlyList<Modality> Modalities { get; }

    /// <summary>The trained encoders, in evaluation mode: of the best epoch where there was validation, else of the last.</summary>
    public MultimodalEncoder Model { get; }

    /// <summary>The shape of each modality's input, by name.</summary>
    public IReadOnlyDictionary<string, BackboneContext> Contexts { get; }

    /// <summary>How far the training had come when the weights were saved.</summary>
    public TrainingState State { get; }

    /// <summary>The file that the weights are from.</summary>
    public string CheckpointPath { get; }

    /// <summary>What normalisation and encoders learned from the training recordings.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Statistics { get; }

    /// <summary>Loads a run.</summary>
    /// <param name="directory">The run's folder.</param>
    /// <param name="configuration">Its configuration, loaded from <see cref="RunDirectory.ConfigurationPath"/>.</param>
    /// <param name="catalog">What the active plugins offer.</param>
    /// <param name="log">Told of damaged checkpoints, and of recordings that lack a modality because of what their source holds.</param>
    /// <returns>The run.</returns>
    /// <exception cref="MpucException">
    /// There is no sound checkpoint, or it was made with other plugins or options; the message says which.
    /// </exception>
    public static TrainedRun Load(RunDirectory directory, RunConfiguration configuration, IModalityCatalog catalog, ILogger log)
    {
        using var checkpoint = new CheckpointFolder(directory.CheckpointsPath, log).OpenBest()
            ?? throw new MpucException($"{directory.Path} has no sound checkpoint; train it with 'mpuc train'.");
        var modalities = configuration.Modalities.Select(catalog.Create).ToList();
        checkpoint.Check(ModelIdentity.Of(modalities, checkpoint.Contexts, configuration.Projection));
        return new TrainedRun(directory, configuration, modalities, checkpoint, log);
    }

    /// <summary>
    /// Makes the encoders with the weights that the training began with, in evaluation mode: the floor of every comparison.
    /// </summary>
    /// <returns>The encoders; the caller owns them.</returns>
    /// <exception cref="MpucException">A file of pretrained weights that the training began with cannot be read.</exception>
    public MultimodalEncoder CreateUntrained() => Create(isRestored: false);

    /// <summary>Reads the run's data set and divides it as the training did.</summary>
    /// <exception cref="MpucException">
    /// The data cannot be read, or their division is no longer the one that the encoders were trained on.
    /// </exception>
    internal RunData ReadData()
    {
        var data = RunData.Read(Configuration);
        foreach (var (side, now, before) in new[]
        {
            ("training", data.Split.Training, Manifest.Training),
            ("validation", data.Split.Validation, Manifest.Validation),
            ("test", data.Split.Test, Manifest.Test),
        })
        {
            if (!now.Select(recording => recording.Id).SequenceEqual(before.Select(recording => recording.Id), StringComparer.Ordinal))
            {
                throw new MpucException(
                    $"The data have changed since the run {Directory.Path} was trained: its {before.Count} {side} recordings are "
                    + $"{now.Count} or others now, so that an evaluation might test on what was trained on; restore the data or train "
                    + "again.");
            }
        }

        return data;
    }

    /// <summary>Opens recordings as the training saw its own: with its statistics.</summary>
    /// <param name="recordings">The recordings, of the run's data set or any other.</param>
    /// <param name="progress">Told of every sequence that is ready; may be null.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The store; the caller owns it.</returns>
    public SequenceStore OpenStore(
        IReadOnlyList<UnlabelledRecording> recordings,
        IProgress<ReadingProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        SequenceStore.ForEvaluation(recordings, Modalities, Statistics, Configuration.Data, progress, cancellationToken).LogWarnings(_log);

    /// <inheritdoc/>
    public void Dispose()
    {
        Model.Dispose();
        foreach (var statistic in Statistics.Values)
        {
            statistic.Dispose();
        }
    }

    private MultimodalEncoder Create(bool isRestored)
    {
        var model = new MultimodalEncoder(Modalities, Contexts, Configuration.Projection, Configuration.Seed, isRestored);
        model.to(_device);
        model.eval();
        return model;
    }
}
