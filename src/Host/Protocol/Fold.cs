using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Logging;
using Mpuc.Host.Modalities;
using Mpuc.Host.Runs;
using TorchSharp;

namespace Mpuc.Host.Protocol;

/// <summary>
/// One fold's data, as all methods of a comparison share them: the division, what may be learned from, and what is tested. Sequences are
/// read when first asked for.
/// </summary>
internal sealed class Fold : IDisposable
{
    private readonly IModalityCatalog _catalog;
    private readonly RunData _data;
    private readonly Lazy<SequenceStore> _training;
    private readonly Lazy<SequenceStore> _all;

    /// <summary>Reads the data set and divides it.</summary>
    /// <exception cref="MpucException">The data or the configuration is at fault.</exception>
    public Fold(RunConfiguration configuration, IModalityCatalog catalog, HostLog log, CancellationToken cancellationToken)
    {
        (Configuration, _catalog, Log) = (configuration, catalog, log);
        if (configuration.Data.Label.Length == 0)
        {
            throw new MpucException("The configuration names no label to predict; set 'data.label'.");
        }

        Device = configuration.Runtime.Start();
        _data = RunData.Read(configuration);
        Rows = new LabelledRows(
            Split.Training,
            Split.Test,
            recording => recording.Labels.GetValueOrDefault(configuration.Data.Label),
            configuration.Evaluation.Task);
        Rows.Check(configuration.Data.Label);
        Modalities = [.. configuration.Modalities.Select(catalog.Create)];
        _training = new(() => _data.OpenForTraining(Modalities, null, cancellationToken));
        _all = new(() => _data.OpenMeasured(Modalities, TrainingStore.Statistics, cancellationToken).LogWarnings(Log.Logger));
    }

    /// <summary>The fold's configuration.</summary>
    public RunConfiguration Configuration { get; }

    /// <summary>What the active plugins offer.</summary>
    public IModalityCatalog Catalog => _catalog;

    /// <summary>Takes warnings.</summary>
    public HostLog Log { get; }

    /// <summary>Where tensors are computed.</summary>
    public torch.Device Device { get; }

    /// <summary>The division, with labels.</summary>
    public DataSplit Split => _data.Split;

    /// <summary>What a classifier learns from and is tested on.</summary>
    public LabelledRows Rows { get; }

    /// <summary>The modalities, in the configuration's order.</summary>
    public IReadOnlyList<Modality> Modalities { get; }

    /// <summary>The modalities' names.</summary>
    public IReadOnlyList<string> Names => [.. Modalities.Select(modality => modality.Name)];

    /// <summary>The recordings to learn from and to test, without labels.</summary>
    public IReadOnlyList<UnlabelledRecording> Recordings => _data.Measured;

    /// <summary>Training and validation recordings, no others.</summary>
    public SequenceStore TrainingStore => _training.Value;

    /// <summary>Training and test recordings, with what was learned from the training ones.</summary>
    public SequenceStore EvaluationStore => _all.Value;

    /// <summary>The shape of each modality's input, by name.</summary>
    public IReadOnlyDictionary<string, BackboneContext> Contexts => Modalities.ToDictionary(
        modality => modality.Name,
        modality => TrainingStore.BackboneContext(modality, Configuration.Window.Seconds),
        StringComparer.Ordinal);

    /// <summary>Evaluation windows of some recordings.</summary>
    public IEnumerable<WindowBatch> Windows(
        IReadOnlyList<UnlabelledRecording> recordings,
        IReadOnlyList<Modality> modalities,
        SequenceStore store,
        CancellationToken cancellationToken) =>
        Configuration.EvaluationWindows(recordings, store, modalities).Batches(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var store in new[] { _training, _all }.Where(store => store.IsValueCreated))
        {
            store.Value.Dispose();
        }
    }
}
