namespace Mpuc.Host.Data.Cache;

/// <summary>
/// Says who uses a cache of sequences, across processes and threads: any number of readers, or one who deletes. It is gone with the process
/// that held it.
/// </summary>
internal static class CacheLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Makes sure that nobody deletes from now on; waits for one who does.</summary>
    /// <param name="folder">The cache's folder; made where it does not exist.</param>
    /// <returns>Lets others delete when disposed; null where nothing can be written, and so nothing be deleted.</returns>
    /// <exception cref="MpucException">Somebody does not come to an end with deleting.</exception>
    public static IDisposable? Share(string folder)
    {
        var path = PathOf(folder);
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                Directory.CreateDirectory(folder);
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
            }
            catch (Exception exception) when (exception is UnauthorizedAccessException || (exception is IOException && !File.Exists(path)))
            {
                return null;
            }
            catch (IOException exception)
            {
                if (TimeProvider.System.GetElapsedTime(since) > Limit)
                {
                    throw new MpucException(
                        $"Another process has been deleting from the cache for more than {Limit.TotalMinutes:0} minutes and holds "
                            + $"{path}; end it and try again.",
                        exception);
                }

                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Keeps everybody else away, unless there is somebody.</summary>
    /// <param name="interval">How long ago somebody last did, at least.</param>
    /// <returns>
    /// Lets others in when disposed; null where the cache is in use, does not exist, cannot be written, or was owned so shortly ago.
    /// </returns>
    public static IDisposable? TryOwn(string folder, TimeSpan interval = default)
    {
        var path = PathOf(folder);
        try
        {
            if (interval > TimeSpan.Zero && DateTime.UtcNow - File.GetLastWriteTimeUtc(path) < interval)
            {
                return null;
            }

            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.WriteByte(0); // The time of change is when the cache was last owned.
            file.Flush();
            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string PathOf(string folder) => Path.Combine(folder, "sequences.lock");
}
