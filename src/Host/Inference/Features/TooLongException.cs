namespace Mpuc.Host.Inference.Features;

/// <summary>A recording turned out longer than its limit while it was decoded.</summary>
/// <param name="path">The file.</param>
/// <param name="message">What is wrong and what would be right.</param>
internal sealed class TooLongException(string path, string message) : Exception(message)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;
}
