using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Plugins;
using Mpuc.Host.Training;
using Serilog;
using TorchSharp;

namespace Mpuc.Host.Inference;

/// <summary>A bundle brought to life: the encoders with their statistics, and the classifier. Owns its tensors.</summary>
internal sealed class BundleModel : IDisposable
{
    private readonly IReadOnlyDictionary<string, torch.Tensor> _statistics;

    private BundleModel(BundleFolder bundle, RunConfiguration configuration, IReadOnlyList<Modality> modalities, Checkpoint checkpoint)
    {
        (Manifest, Configuration, Modalities) = (bundle.Manifest, configuration, modalities);
        Encoders = new MultimodalEncoder(modalities, checkpoint.Contexts, configuration.Projection, configuration.Seed, isRestored: true);
        checkpoint.LoadInto(Encoders);
        Encoders.to(configuration.Runtime.Start());
        Encoders.eval();
        _statistics = checkpoint.ReadStatistics();
        Classifier = Manifest.Task is { } task ? SubsetClassifier.Load(bundle.PathOf(BundleNames.Classifier), task, [.. modalities.Select(modality => modality.Name)]) : null;
    }

    /// <summary>What the bundle says of itself.</summary>
    public BundleManifest Manifest { get; }

    /// <summary>The bundle's configuration, with what the user sets over it.</summary>
    public RunConfiguration Configuration { get; }

    /// <summary>The modalities, in the configuration's order.</summary>
    public IReadOnlyList<Modality> Modalities { get; }

    /// <summary>The trained encoders, in evaluation mode.</summary>
    public MultimodalEncoder Encoders { get; }

    /// <summary>The classifier; null for a bundle of a run without labels.</summary>
    public SubsetClassifier? Classifier { get; }

    /// <summary>Loads a bundle whose files were checked.</summary>
    /// <param name="bundle">The bundle; may be disposed afterwards.</param>
    /// <param name="configuration">Its configuration, loaded from its <see cref="BundleNames.Configuration"/>.</param>
    /// <param name="catalog">What the active plugins offer.</param>
    /// <param name="log">Told of plugins that are other builds of the right version.</param>
    /// <returns>The model.</returns>
    /// <exception cref="MpucException">The plugins or the settings are not those that the bundle was made with; the message says which.</exception>
    public static BundleModel Load(BundleFolder bundle, RunConfiguration configuration, IModalityCatalog catalog, ILogger log)
    {
        var modalities = configuration.Modalities.Select(catalog.Create).ToList();
        BundlePlugins.Check(bundle, modalities, log);
        using var checkpoint = Checkpoint.Open(bundle.PathOf(BundleNames.Encoders));
        checkpoint.Check(ModelIdentity.Of(modalities, checkpoint.Contexts, configuration.Projection));
        return new BundleModel(bundle, configuration, modalities, checkpoint);
    }

    /// <summary>Opens recordings as the training saw its own: with its statistics.</summary>
    /// <param name="recordings">The recordings.</param>
    /// <param name="modalities">Those of <see cref="Modalities"/> that are to be read.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The store; the caller owns it.</returns>
    public SequenceStore OpenStore(
        IReadOnlyList<UnlabelledRecording> recordings, IReadOnlyList<Modality> modalities, CancellationToken cancellationToken) =>
        SequenceStore.ForEvaluation(recordings, modalities, _statistics, Configuration.Data, null, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        Encoders.Dispose();
        Classifier?.Dispose();
        foreach (var statistic in _statistics.Values)
        {
            statistic.Dispose();
        }
    }
}
