namespace Mpuc.Host.Objectives;

/// <summary>The contrastive objective (paper, Eq. 1 and 2).</summary>
public sealed record ObjectiveOptions
{
    /// <summary>The key of the pair weights, an object from <c>m>n</c> to a number, which stands beside the schema's options.</summary>
    public const string PairWeightsKey = "pairWeights";

    private static readonly Option<string> VariantOption = Option.Choice(
        "variant",
        ObjectiveVariant.Paper,
        "Eq. 1 as printed, InfoNCE, the authors' released code, or supervised contrastive (which needs labels).",
        ["paper", "clip", "two-view", "supcon"]);

    private static readonly Option<double> TemperatureOption = Option.Number(
        "temperature", 0.07, "The temperature by which cosine similarities are divided.", 0.001, 100);

    private static readonly Option<string> ReductionOption = Option.Choice(
        "reduction", LossReduction.Mean, "Whether a pair's loss is its samples' mean (released code) or sum (the text under Eq. 1).");

    private static readonly Option<bool> IncludeSameModalityOption = Option.Boolean(
        "includeSameModality", false, "Whether a modality is contrasted with itself, too (the paper's ablation, Sec. III-B).");

    /// <summary>All options but the pair weights.</summary>
    public static OptionSchema Schema { get; } = new(VariantOption, TemperatureOption, ReductionOption, IncludeSameModalityOption);

    /// <summary>What counts as positive and negative; <see cref="ObjectiveVariant.Paper"/> by default.</summary>
    public ObjectiveVariant Variant { get; init; } = ObjectiveVariant.Paper;

    /// <summary>The temperature, 0.001 to 100; 0.07 by default (paper, Sec. III-D).</summary>
    public double Temperature { get; init; } = TemperatureOption.Default;

    /// <summary>Mean or sum over samples; the mean by default.</summary>
    public LossReduction Reduction { get; init; } = LossReduction.Mean;

    /// <summary>Whether pairs (m, m) count, too; false by default.</summary>
    public bool IncludeSameModality { get; init; }

    /// <summary>The pairs' weights; all 1 by default.</summary>
    public PairWeights PairWeights { get; init; } = PairWeights.Equal;

    /// <summary>Whether the objective reads no label.</summary>
    public bool IsUnsupervised => Variant != ObjectiveVariant.Supcon;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <param name="pairWeights">The object at <see cref="PairWeightsKey"/>; null for none.</param>
    /// <returns>The options.</returns>
    /// <exception cref="MpucException">A pair weight is malformed.</exception>
    public static ObjectiveOptions From(OptionValues values, IReadOnlyDictionary<string, double>? pairWeights = null) => new()
    {
        Variant = values.GetChoice<ObjectiveVariant>(VariantOption),
        Temperature = values.Get(TemperatureOption),
        Reduction = values.GetChoice<LossReduction>(ReductionOption),
        IncludeSameModality = values.Get(IncludeSameModalityOption),
        PairWeights = pairWeights is null ? PairWeights.Equal : new PairWeights(pairWeights),
    };

    /// <summary>Checks what can be known before any data are read.</summary>
    /// <param name="modalities">The modalities' names.</param>
    /// <param name="views">Windows per recording.</param>
    /// <exception cref="MpucException">There are too few modalities or views, or the pair weights do not fit the modalities.</exception>
    public void Check(IReadOnlyCollection<string> modalities, int views)
    {
        CheckCounts(modalities, views);
        PairWeights.Check(modalities, IncludeSameModality);
    }

    /// <summary>Checks that there is enough to compare.</summary>
    internal void CheckCounts(IReadOnlyCollection<string> modalities, int views)
    {
        if (modalities.Count < 2 && !IncludeSameModality)
        {
            throw new MpucException(
                $"A contrastive loss between modalities needs at least two; there is only '{modalities.FirstOrDefault()}'.");
        }

        if (Variant == ObjectiveVariant.TwoView && views < 2)
        {
            throw new MpucException(
                $"The objective 'two-view' needs at least 2 windows of each recording; 'data.window.views' is {views}.");
        }
    }
}

/// <summary>How a pair's loss follows from its samples' losses.</summary>
public enum LossReduction
{
    /// <summary>The mean over the samples, as in the authors' released code; independent of the batch size.</summary>
    Mean,

    /// <summary>The sum over the samples, as the text under Eq. 1 has it.</summary>
    Sum,
}

/// <summary>What counts as a positive and what stands in the denominator of the contrastive loss.</summary>
public enum ObjectiveVariant
{
    /// <summary>Eq. 1 as printed: the denominator sums over the other samples only. Each view is a batch of its own.</summary>
    Paper,

    /// <summary>InfoNCE: the positive stands in the denominator, too. Each view is a batch of its own.</summary>
    Clip,

    /// <summary>
    /// The authors' released code: two views in one batch, the positive is the recording's other view in the other modality.
    /// </summary>
    TwoView,

    /// <summary>Supervised contrastive (Khosla et al. 2020) across modalities: positives share the label. Never unsupervised.</summary>
    Supcon,
}
