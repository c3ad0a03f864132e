using Mpuc.Host.Configuration;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Inference.Classification;
using Mpuc.Host.Inference.Features;
using Mpuc.Host.Modalities;
using Mpuc.Host.Runs;
using Mpuc.Host.Training;
using Mpuc.Host.Training.Checkpoints;
using Serilog;
using TorchSharp;

namespace Mpuc.Host.Inference.Bundles;

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
        Classifier = Manifest.Task is { } task
            ? SubsetClassifier.Load(bundle.PathOf(BundleNames.Classifier), task, [.. modalities.Select(modality => modality.Name)])
            : null;
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
    /// <param name="takesOtherVersions">
    /// Whether the plugins may be of other versions, as long as options, backbones and shapes are the same.
    /// </param>
    /// <exception cref="MpucException">
    /// The plugins or the settings are not those that the bundle was made with; the message says which.
    /// </exception>
    public static BundleModel Load(
        BundleFolder bundle, RunConfiguration configuration, IModalityCatalog catalog, ILogger log, bool takesOtherVersions = false)
    {
        var modalities = configuration.Modalities.Select(catalog.Create).ToList();
        if (!takesOtherVersions)
        {
            BundlePlugins.Check(bundle, modalities, log);
        }

        using var checkpoint = Checkpoint.Open(bundle.PathOf(BundleNames.Encoders));
        var installed = ModelIdentity.Of(modalities, checkpoint.Contexts, configuration.Projection);
        if (!takesOtherVersions)
        {
            checkpoint.Check(installed);
        }
        else if (checkpoint.Identity.WithoutVersions().DifferenceFrom(installed.WithoutVersions()) is { } difference)
        {
            throw new MpucException($"{bundle.Place} does not fit: {difference}.");
        }

        return new BundleModel(bundle, configuration, modalities, checkpoint);
    }

    /// <summary>Opens recordings as the training saw its own: with its statistics.</summary>
    /// <returns>The store; the caller owns it.</returns>
    public SequenceStore OpenStore(ReadRecordings read) =>
        SequenceStore.ForReading(read.Recordings, read.Modalities, _statistics, read.Files);

    /// <summary>Embeds recordings: the projections of their features, as the loss compares them (paper, Eq. 1), of length 1.</summary>
    /// <returns>By modality that the recording has, <c>[1, D]</c> each; the caller owns them.</returns>
    public IReadOnlyDictionary<string, torch.Tensor> Embed(FeatureTable features, string id)
    {
        using var noGradient = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        return features.Modalities
            .Select(name => (name, row: features.Concatenate([id], [name])))
            .Where(pair => !pair.row.isnan().any().item<bool>())
            .ToDictionary(
                pair => pair.name,
                pair => torch.nn.functional.normalize(Encoders.Project(pair.name, pair.row).cpu(), dim: 1).MoveToOuterDisposeScope(),
                StringComparer.Ordinal);
    }

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
