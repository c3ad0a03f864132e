using System.Runtime.CompilerServices;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Modalities;
using Mpuc.Host.Tensors;
using Mpuc.Host.Training;
using Mpuc.Host.Training.Checkpoints;
using TorchSharp;

namespace Mpuc.Host.Runs;

/// <summary>
/// What a run trains with: data, encoders, trainer. New versions of plugins can take over all of it between two steps. The methods are not
/// inlined, so that no frame of a caller keeps what a plugin made.
/// </summary>
internal sealed class TrainingStage : IDisposable
{
    private readonly Func<TrainingSetup, ContrastiveTrainer> _createTrainer;

    /// <summary>Begins with a training at its first step.</summary>
    /// <param name="setup">The data and the encoders, which the stage owns.</param>
    public TrainingStage(TrainingSetup setup, Func<TrainingSetup, ContrastiveTrainer> createTrainer)
    {
        (Setup, _createTrainer) = (setup, createTrainer);
        Trainer = createTrainer(setup);
    }

    /// <summary>The data and the encoders.</summary>
    public TrainingSetup Setup { get; private set; }

    /// <summary>The trainer of those encoders.</summary>
    public ContrastiveTrainer Trainer { get; private set; }

    /// <summary>
    /// Sets the training up once more, with other plugins, and hands over weights, optimizer, random generator and progress. The best
    /// checkpoint is handed over as well.
    /// </summary>
    /// <param name="bestCheckpoint">The path of the best checkpoint; need not exist.</param>
    /// <param name="reading">Told of every sequence that is ready; may be null.</param>
    /// <exception cref="MpucException">
    /// The new plugins fail, or do not fit the run; the message says the difference, and nothing has changed.
    /// </exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void TakeOver(
        RunConfiguration configuration,
        IModalityCatalog catalog,
        string bestCheckpoint,
        IProgress<ReadingProgress>? reading,
        CancellationToken cancellationToken)
    {
        var tensors = Trainer.ResumeTensors(); // Before new encoders draw their first weights.
        try
        {
            var next = TrainingSetup.Prepare(configuration, catalog, reading, cancellationToken);
            try
            {
                Replace(next, configuration, tensors, bestCheckpoint);
            }
            catch
            {
                next.Dispose();
                throw;
            }
        }
        catch
        {
            RandomState.Restore(tensors["generator"]);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Trainer.Dispose();
        Setup.Dispose();
    }

    private void Replace(
        TrainingSetup next, RunConfiguration configuration, IReadOnlyDictionary<string, torch.Tensor> tensors, string bestCheckpoint)
    {
        if (Setup.Identity.WithoutVersions().DifferenceFrom(next.Identity.WithoutVersions()) is { } difference)
        {
            throw new MpucException($"the run's model is another one, {difference}");
        }

        if (!SameRecordings(Setup.Split, next.Split))
        {
            throw new MpucException("the data have changed since the training began");
        }

        HandOver(Setup.Model, next.Model);
        Try(next, Trainer.State.Epoch);
        HandOverBest(next, configuration, bestCheckpoint);
        var trainer = _createTrainer(next);
        trainer.Resume(Trainer.State, tensors);
        Dispose();
        (Setup, Trainer) = (next, trainer);
    }

    private static void HandOver(MultimodalEncoder from, MultimodalEncoder to)
    {
        try
        {
            to.load_state_dict(from.state_dict());
        }
        catch (Exception exception) when (exception is not MpucException)
        {
            throw new MpucException($"its backbones have other weights ({exception.Message.TrimEnd('.')})", exception);
        }
    }

    // Before anything is given up for them, the new plugins cut and encode a batch.
    private static void Try(TrainingSetup setup, int epoch)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        setup.Model.eval();
        using var batch = setup.Batches.Training(epoch, CancellationToken.None).First();
        foreach (var (modality, features) in setup.Model.Features(batch))
        {
            if (!features.isfinite().all().item<bool>())
            {
                throw new MpucException($"the features of the modality '{modality}' are not finite");
            }
        }
    }

    // Evaluations load the best weights with the plugins that are installed then.
    private static void HandOverBest(TrainingSetup next, RunConfiguration configuration, string path)
    {
        if (File.Exists(path))
        {
            using var best = Checkpoint.Open(path);
            using var model = new MultimodalEncoder(
                next.Modalities, next.Contexts, configuration.Projection, configuration.Seed, isRestored: true);
            best.LoadInto(model);
            Checkpoint.Write(path, model, best.State, next.Identity, next.Contexts, next.Statistics);
        }
    }

    private static bool SameRecordings(DataSplit before, DataSplit now) => Ids(before).SequenceEqual(Ids(now), StringComparer.Ordinal);

    private static IEnumerable<string> Ids(DataSplit split) => new[] { split.Training, split.Validation, split.Test }
        .SelectMany((recordings, side) => recordings.Select(recording => $"{side}\t{recording.Id}"));
}
