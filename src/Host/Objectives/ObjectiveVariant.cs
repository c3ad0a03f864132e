namespace Mpuc.Host.Objectives;

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
