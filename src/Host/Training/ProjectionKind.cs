namespace Mpuc.Host.Training;

/// <summary>What stands between features and embeddings: the paper's ablation (Sec. III-B, after SimCLR).</summary>
public enum ProjectionKind
{
    /// <summary>fc + ReLU + fc, as in the paper.</summary>
    Mlp,

    /// <summary>A single fc.</summary>
    Linear,

    /// <summary>Nothing: the loss compares the features themselves.</summary>
    None,
}
