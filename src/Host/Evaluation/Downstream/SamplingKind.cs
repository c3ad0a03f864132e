namespace Mpuc.Host.Evaluation.Downstream;

/// <summary>How a classifier's training rows are drawn.</summary>
public enum SamplingKind
{
    /// <summary>Every row once an epoch, in random order.</summary>
    Shuffled,

    /// <summary>With replacement, every class equally often; single label only.</summary>
    Balanced,
}
