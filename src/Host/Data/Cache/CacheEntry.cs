namespace Mpuc.Host.Data.Cache;

/// <summary>Something in a cache that goes for itself.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="Length">What it takes on disk, in bytes.</param>
/// <param name="Used">When it was last used.</param>
/// <param name="Delete">Deletes what lies at the path.</param>
internal sealed record CacheEntry(string Path, long Length, DateTime Used, Action<string> Delete)
{
    /// <summary>Deletes it, unless it belongs to somebody else or is in use, and so can wait until the next time.</summary>
    /// <returns>Whether it is gone.</returns>
    public bool TryDelete() => TryDelete(Path, Delete);

    /// <inheritdoc cref="TryDelete()"/>
    /// <param name="path">The file or folder.</param>
    /// <param name="delete">Deletes what lies at the path.</param>
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
