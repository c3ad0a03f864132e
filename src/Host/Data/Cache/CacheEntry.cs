namespace Mpuc.Host.Data.Cache;

/// <summary>Something in a cache that goes for itself.</summary>
/// <param name="Length">What it takes on disk, in bytes.</param>
internal sealed record CacheEntry(string Path, long Length, DateTime Used, Action<string> Delete)
{
    /// <summary>Deletes it, unless it belongs to somebody else or is in use, and so can wait until the next time.</summary>
    public bool TryDelete() => TryDelete(Path, Delete);

    /// <inheritdoc cref="TryDelete()"/>
    public static bool TryDelete(string path, Action<string> delete)
    {
        try
        {
            delete(path);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
