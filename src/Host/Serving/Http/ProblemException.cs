namespace Mpuc.Host.Serving.Http;

/// <summary>Ends a request with a status and one sentence for the caller.</summary>
/// <param name="status">The HTTP status, 400 or above.</param>
/// <param name="message">The sentence.</param>
internal sealed class ProblemException(int status, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;
}
