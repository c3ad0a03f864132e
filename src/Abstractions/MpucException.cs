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
}
