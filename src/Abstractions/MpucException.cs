namespace Mpuc;

/// <summary>
/// An error that its reader can act on: bad input, a bad setting, a plugin at fault. The message is one sentence that names
/// the file, line or JSON path, says what is wrong and what would be right; the host prints it as it is and exits with code 1.
/// </summary>
public sealed class MpucException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">One complete sentence for the user.</param>
    public MpucException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with its cause.</summary>
    /// <param name="message">One complete sentence for the user.</param>
    /// <param name="innerException">What caused it; goes to the log, not to the user.</param>
    public MpucException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether the source is sound and merely holds nothing of the modality, such as a video without a sound track. An encoder says so of
    /// its source; the host then counts the recording as one that lacks the modality, as if it had no source. False of everything else that
    /// can be wrong with a source: what is damaged is no missing modality. Since contract 1.3.
    /// </summary>
    public bool IsMissingModality { get; init; }
}
