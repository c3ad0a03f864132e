namespace Mpuc;

/// <summary>
/// The host's access to containers of time-stamped features, which an encoder asks for in its constructor: the CMU SDK's computational
/// sequences (<c>.csd</c>), whose sources name an entry of the file by <see cref="ModalitySource.Key"/> and a span of it in seconds. Files
/// are read lazily and as data. Safe to use from several threads at once.
/// </summary>
public interface ITimedFeatureReader
{
    /// <summary>Whether a source lies in such a container, as its file name tells.</summary>
    /// <param name="source">The source.</param>
    /// <returns>Whether <see cref="Read"/> is the way to read it.</returns>
    bool Reads(ModalitySource source);

    /// <summary>Reads the entries whose middle lies in the source's span.</summary>
    /// <param name="source">The file, the key of the video or segment, and the span; without one, all of the key's entries.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The entries; there may be none.</returns>
    /// <exception cref="MpucException">The file is missing or damaged, or has no such key; the message names both.</exception>
    TimedFeatures Read(ModalitySource source, CancellationToken cancellationToken);
}
