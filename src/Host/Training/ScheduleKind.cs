namespace Mpuc.Host.Training;

/// <summary>How the learning rate falls over the epochs, after the warm-up.</summary>
public enum ScheduleKind
{
    /// <summary>Times a factor every so many epochs, as in the paper.</summary>
    Step,

    /// <summary>Along half a cosine, from the whole rate to 0 at the last epoch.</summary>
    Cosine,

    /// <summary>Not at all.</summary>
    Constant,
}
