using Mpuc.Host.Data.Sequences;

namespace Mpuc.Host.Data.Cache;

/// <summary>
/// A cache in the hands of a reader. As long as anybody has it open, nothing in it is deleted, since readers come back to their files again
/// and again. Whoever closes it last brings it back to its limit.
/// </summary>
internal sealed class OpenCache : IDisposable
{
    private Action? _close;

    private OpenCache(string folder, Action<OpenCache> close) => (Folder, _close) = (folder, () => close(this));

    /// <summary>The cache's folder.</summary>
    public string Folder { get; }

    /// <summary>The sequences that the reader has opened; they stay when it closes the cache, whatever the limit.</summary>
    public IEnumerable<SequenceFile> Used { get; set; } = [];

    /// <summary>Opens the cache that a configuration means.</summary>
    /// <param name="interval">
    /// How long ago the cache was last brought to its limit, at least, for that to be done again: to look at a hundred thousand files takes
    /// about a second, which is nothing to a run and much to an application that reads recording after recording.
    /// </param>
    public static OpenCache Of(DataOptions options, TimeSpan interval = default)
    {
        var folder = CacheFolder.Of(options);
        var held = CacheLock.Share(folder);
        return new OpenCache(folder, cache =>
        {
            held?.Dispose();
            using var owned = CacheLock.TryOwn(folder, interval);
            if (owned is not null)
            {
                CacheContents.In(folder).Shrink(
                    (long)options.CacheLimit << 20, cache.Used.Select(file => file.Path).ToHashSet(StringComparer.Ordinal));
            }
        });
    }

    /// <summary>Opens a cache of the reader's own, which goes when it is closed.</summary>
    public static OpenCache Temporary() => new(
        Directory.CreateTempSubdirectory("mpuc-read-").FullName, cache => Directory.Delete(cache.Folder, recursive: true));

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _close, null)?.Invoke();
}
