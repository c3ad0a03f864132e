using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Mpuc.Host.Data.Cache;

/// <summary>
/// The synthetic sets in a cache. A process that has read one comes back to its files until it ends, and so holds its answer until then;
/// who wants to delete sets owns the cache (<see cref="CacheLock"/>), and leaves those alone that somebody holds. The answer's time of
/// change is when its set was last used.
/// </summary>
internal sealed partial class SyntheticSets
{
    /// <summary>The name of the file that says what the set was made with.</summary>
    public const string Answer = "answer.json";

    private static readonly ConcurrentDictionary<string, FileStream> Held = new(StringComparer.Ordinal);

    private readonly List<CacheEntry> _whole = [];
    private readonly List<string> _unfinished = [];

    private SyntheticSets(DirectoryInfo folder)
    {
        foreach (var set in folder.Exists ? folder.EnumerateDirectories() : [])
        {
            var answer = new FileInfo(AnswerOf(set.FullName));
            if (UnfinishedName().IsMatch(set.Name))
            {
                _unfinished.Add(set.FullName);
            }
            else if (SetName().IsMatch(set.Name) && answer.Exists)
            {
                _whole.Add(
                    new CacheEntry(
                        set.FullName,
                        set.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length),
                        answer.LastWriteTimeUtc,
                        Delete));
            }
        }
    }

    /// <summary>The sets.</summary>
    public IReadOnlyList<CacheEntry> Entries => _whole;

    /// <summary>Looks at a cache.</summary>
    /// <param name="cache">The cache's folder; need not exist.</param>
    public static SyntheticSets In(string cache) => new(new DirectoryInfo(FolderIn(cache)));

    /// <summary>A folder beside a set's own, for a set that is not whole yet, or no more.</summary>
    public static string Temporary(string folder) => $"{folder}.{Guid.NewGuid():N}.tmp";

    /// <summary>The folder of a cache in which its sets lie.</summary>
    /// <returns>The path; need not exist.</returns>
    public static string FolderIn(string cache) => Path.Combine(cache, "synthetic");

    /// <summary>Keeps a set, for as long as this process lives, and notes that it is used now.</summary>
    /// <param name="set">The set's folder; the caller shares the cache, so that nobody deletes it now.</param>
    public static void Hold(string set)
    {
        try
        {
            File.SetLastWriteTimeUtc(AnswerOf(set), DateTime.UtcNow);
            var answer = new FileStream(AnswerOf(set), FileMode.Open, FileAccess.Read, FileShare.Read);
            Held.AddOrUpdate(set, answer, (_, before) =>
            {
                before.Dispose();
                return answer;
            });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What may not be written is not deleted either.
        }
    }

    /// <summary>Deletes what processes that were killed left half-written or half-deleted; only for one who owns the cache.</summary>
    public void DeleteUnfinished() =>
        _unfinished.ForEach(path => CacheEntry.TryDelete(path, folder => Directory.Delete(folder, recursive: true)));

    // Moved away at once, so that no run ever finds half of a set.
    private static void Delete(string set)
    {
        using (new FileStream(AnswerOf(set), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            // Nobody holds it, and nobody will who does not share the cache.
        }

        var gone = Temporary(set);
        Directory.Move(set, gone);
        Directory.Delete(gone, recursive: true);
    }

    private static string AnswerOf(string set) => Path.Combine(set, Answer);

    [GeneratedRegex("^[0-9a-f]{16}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SetName();

    [GeneratedRegex(@"^[0-9a-f]{16}\.[0-9a-f]{32}\.tmp$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnfinishedName();
}
