namespace Mpuc.Host.Baselines;

/// <summary>The baselines of a comparison: the section <c>baselines</c>. The defaults are those of Sec. IV-B.</summary>
public sealed record BaselineOptions
{
    /// <summary>Unimodal learning, with the settings that the paper gives for acoustics.</summary>
    internal static SupervisedSchema UnimodalSchema { get; } = new(epochs: 100, batchSize: 32, stepEpochs: 10);

    /// <summary>Late fusion.</summary>
    internal static SupervisedSchema LateFusionSchema { get; } = new(epochs: 2000, batchSize: 32, stepEpochs: 100);

    /// <summary>Attention fusion.</summary>
    internal static SupervisedSchema AttentionFusionSchema { get; } = new(epochs: 2000, batchSize: 64, stepEpochs: 100, hasHeads: true);

    /// <summary>Each modality's own supervised training, by its name.</summary>
    public IReadOnlyDictionary<string, SupervisedOptions> Unimodal { get; init; } = new Dictionary<string, SupervisedOptions>();

    /// <summary>The supervised training of late fusion.</summary>
    public SupervisedOptions LateFusion { get; init; } = LateFusionSchema.Defaults;

    /// <summary>The supervised training of attention fusion.</summary>
    public SupervisedOptions AttentionFusion { get; init; } = AttentionFusionSchema.Defaults;

    /// <summary>The convolutional autoencoder.</summary>
    public AutoencoderOptions CaeLr { get; init; } = new();

    /// <summary>One modality's own supervised training.</summary>
    /// <param name="modality">The modality's name.</param>
    /// <returns>Its options; the defaults where it has none of its own.</returns>
    public SupervisedOptions UnimodalOf(string modality) => Unimodal.GetValueOrDefault(modality, UnimodalSchema.Defaults);
}
