namespace Mpuc.Host.Baselines;

/// <summary>How a supervised model joins the modalities' features (paper, Sec. IV-B).</summary>
internal enum FusionKind
{
    /// <summary>Side by side; with one modality it is unimodal learning.</summary>
    Concatenation,

    /// <summary>By multi-head attention over the modalities, then side by side.</summary>
    Attention,
}
