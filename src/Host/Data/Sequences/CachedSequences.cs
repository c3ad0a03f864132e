using System.Text.RegularExpressions;

namespace Mpuc.Host.Data;

/// <summary>The sequences in a cache, whoever they belong to; nothing else that lies there. A file's time of change is when it was last used.</summary>
internal sealed partial class CachedSequences
{
    private readonly List<Entry> _whole = [];
    private readonly List<string> _unfinished = [];

    private CachedSequences(DirectoryInfo folder)
    {
        // By the names that the program gives: the folder may be one that people use for something else, too.
        foreach (var part in folder.Exists ? folder.EnumerateDirectories("??") : [])
        {
            // What another process deletes meanwhile exists no more.
            foreach (var file in part.EnumerateFiles().Where(file => file.Exists))
            {
                if (SequenceName().IsMatch(file.Name) && file.Name.StartsWith(part.Name, StringComparison.Ordinal))
                {
                    _whole.Add(new Entry(file.FullName, file.Length, file.LastWriteTimeUtc));
                }
                else if (TemporaryName().IsMatch(file.Name))
                {
                    _unfinished.Add(file.FullName);
                }
            }
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => _whole.Count;

    /// <summary>What they take on disk.</summary>
    public long Bytes => _whole.Sum(file => file.Length);

    /// <summary>When the one was used that has not been used for longest; null where there is none.</summary>
    public DateTime? LongestUnused => _whole.Count == 0 ? null : _whole.Min(file => file.Used);

    /// <summary>Looks at a cache.</summary>
    /// <param name="folder">The cache's folder; need not exist.</param>
    /// <returns>What lies there now.</returns>
    public static CachedSequences In(string folder) => new(new DirectoryInfo(SequenceCache.FolderIn(folder)));

    /// <summary>
    /// Deletes those that were used longest ago, as many as it takes, and what processes that were killed left half-written; only for one who owns the cache.
    /// </summary>
    /// <param name="limit">The bytes that may stay.</param>
    /// <param name="kept">The paths of those that stay in any case.</param>
    public void Shrink(long limit, IReadOnlySet<string> kept)
    {
        _unfinished.ForEach(path => TryDelete(path));
        var left = Bytes;
        foreach (var file in _whole.Where(file => !kept.Contains(file.Path)).OrderBy(file => file.Used))
        {
            if (left <= limit)
            {
                return;
            }

            left -= TryDelete(file.Path) ? file.Length : 0;
        }
    }

    // What belongs to somebody else, or cannot be deleted now, can wait until the next time.
    private static bool TryDelete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private sealed record Entry(string Path, long Length, DateTime Used);

    [GeneratedRegex(@"^[0-9a-f]{64}\.seq$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SequenceName();

    [GeneratedRegex(@"^\.[0-9a-f]{32}\.tmp$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TemporaryName();
}
