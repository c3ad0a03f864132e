using System.Text.RegularExpressions;
using Mpuc.Host.Data.Sequences;

namespace Mpuc.Host.Data.Cache;

/// <summary>
/// The sequences in a cache, whoever they belong to; nothing else that lies there. A file's time of change is when it was last used.
/// </summary>
internal sealed partial class CachedSequences
{
    private readonly List<CacheEntry> _whole = [];
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
                    _whole.Add(new CacheEntry(file.FullName, file.Length, file.LastWriteTimeUtc, File.Delete));
                }
                else if (TemporaryName().IsMatch(file.Name))
                {
                    _unfinished.Add(file.FullName);
                }
            }
        }
    }

    /// <summary>The sequences.</summary>
    public IReadOnlyList<CacheEntry> Entries => _whole;

    /// <summary>Looks at a cache.</summary>
    /// <param name="folder">The cache's folder; need not exist.</param>
    public static CachedSequences In(string folder) => new(new DirectoryInfo(SequenceCache.FolderIn(folder)));

    /// <summary>Deletes what processes that were killed left half-written; only for one who owns the cache.</summary>
    public void DeleteUnfinished() => _unfinished.ForEach(path => CacheEntry.TryDelete(path, File.Delete));

    [GeneratedRegex(@"^[0-9a-f]{64}\.seq$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SequenceName();

    [GeneratedRegex(@"^\.[0-9a-f]{32}\.tmp$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TemporaryName();
}
