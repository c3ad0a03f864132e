namespace Mpuc.Host.Data.Batches;

/// <summary>Which recordings a training batch brings together, and so which ones tell each other apart.</summary>
public enum BatchComposition
{
    /// <summary>Any recordings, in a new order every epoch (paper, Sec. III-D).</summary>
    Shuffled,

    /// <summary>
    /// Recordings of one group (actor, speaker) at a time: what all recordings of a group share cannot tell a pair from its negatives, so the encoders have
    /// no use for it.
    /// </summary>
    Group,
}
