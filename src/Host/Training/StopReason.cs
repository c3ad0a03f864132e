namespace Mpuc.Host.Training;

/// <summary>Why a training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs are done.</summary>
    Completed,

    /// <summary>The validation loss did not improve for as many epochs as the patience allows.</summary>
    OutOfPatience,
}
