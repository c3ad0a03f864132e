using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Modalities;
using Mpuc.Host.Training;
using Mpuc.Host.Training.Checkpoints;
using TorchSharp;

namespace Mpuc.Host.Runs;

/// <summary>
/// Everything that a training needs before its first step, and that can go wrong with its input: data, modalities, encoders, batches.
/// Nothing is written.
/// </summary>
internal sealed class TrainingSetup : IDisposable
{
    private readonly SequenceStore _store;

    private TrainingSetup(
        RunConfiguration configuration, RunData data, IReadOnlyList<Modality> modalities, SequenceStore store)
    {
        (Split, Modalities, _store) = (data.Split, modalities, store);
        Contexts = modalities.ToDictionary(
            modality => modality.Name, modality => store.BackboneContext(modality, configuration.Window.Seconds), StringComparer.Ordinal);
        Identity = ModelIdentity.Of(modalities, Contexts, configuration.Projection);
        Batches = new TrainingBatches(EncoderStageData.From(Split), store, modalities, configuration);
        Warnings = [.. data.Warnings, .. store.Warnings, .. Batches.Warnings];
        Labels = configuration.Objective.IsUnsupervised
            ? null
            : new SupervisedLabels([.. Split.Training, .. Split.Validation], configuration.Data.Label);
        Model = new MultimodalEncoder(modalities, Contexts, configuration.Projection, configuration.Seed);
    }

    /// <summary>The whole division, with labels; the encoder stage never sees it.</summary>
    public DataSplit Split { get; }

    /// <summary>What a user should know of the data, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The modalities, in the configuration's order.</summary>
    public IReadOnlyList<Modality> Modalities { get; }

    /// <summary>The shape of each modality's input, by name.</summary>
    public IReadOnlyDictionary<string, BackboneContext> Contexts { get; }

    /// <summary>What the model is made of.</summary>
    public ModelIdentity Identity { get; }

    /// <summary>The encoders with their first weights, on the CPU.</summary>
    public MultimodalEncoder Model { get; }

    /// <summary>The batches of training and validation.</summary>
    public TrainingBatches Batches { get; }

    /// <summary>Labels for the supervised objective; null for all others.</summary>
    public SupervisedLabels? Labels { get; }

    /// <summary>What normalisation and encoders learned from the training recordings.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Statistics => _store.Statistics;

    /// <summary>Reads the data and makes the encoders.</summary>
    /// <param name="reading">Told of every sequence that is ready; null for nobody.</param>
    /// <exception cref="MpucException">The configuration, the data or a plugin is at fault.</exception>
    public static TrainingSetup Prepare(
        RunConfiguration configuration,
        IModalityCatalog catalog,
        IProgress<ReadingProgress>? reading,
        CancellationToken cancellationToken)
    {
        if (configuration.Split.IsTransductive && !configuration.Objective.IsUnsupervised)
        {
            throw new MpucException(
                "data.split.transductive lets the encoders learn from the test recordings, and the objective 'supcon' would need their "
                    + "labels; "
                + "choose another objective, or set transductive to false.");
        }

        configuration.Objective.Check([.. configuration.Modalities.Select(modality => modality.Name)], configuration.Window.Views);
        var data = RunData.Read(configuration);
        var modalities = configuration.Modalities.Select(catalog.Create).ToList();
        var store = data.OpenForTraining(modalities, reading, cancellationToken);
        try
        {
            return new TrainingSetup(configuration, data, modalities, store);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Model.Dispose();
        _store.Dispose();
    }
}
