namespace Mpuc;

/// <summary>Over what the host standardises a modality's frames to zero mean and unit deviation, per feature. None needs labels.</summary>
public enum Normalization
{
    /// <summary>The encoder's values as they are.</summary>
    None,

    /// <summary>Each recording by its own mean and deviation over time.</summary>
    Recording,

    /// <summary>Each recording by the mean and deviation over its group (actor, speaker). Sees held-out groups' recordings, not their labels.</summary>
    Group,

    /// <summary>All recordings by the mean and deviation over the training split.</summary>
    Training,
}
