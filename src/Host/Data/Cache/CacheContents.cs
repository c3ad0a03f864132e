using Mpuc.Host.Data.Content;

namespace Mpuc.Host.Data.Cache;

/// <summary>
/// All in a cache that runs make again where it is missing: sequences, synthetic sets, and the hashes of files. Weights, which are fetched,
/// are none of it.
/// </summary>
internal sealed class CacheContents
{
    private readonly string _folder;
    private readonly CachedSequences _sequences;
    private readonly SyntheticSets _sets;

    private CacheContents(string folder) =>
        (_folder, _sequences, _sets, HashBytes) = (
            folder, CachedSequences.In(folder), SyntheticSets.In(folder), ContentHashes.BytesIn(folder));

    /// <summary>How many sequences there are.</summary>
    public int SequenceCount => _sequences.Entries.Count;

    /// <summary>How many synthetic sets there are.</summary>
    public int SyntheticSetCount => _sets.Entries.Count;

    /// <summary>What the hashes of files take on disk.</summary>
    public long HashBytes { get; }

    /// <summary>What all of it takes on disk.</summary>
    public long Bytes => Entries.Sum(entry => entry.Length) + HashBytes;

    /// <summary>When the sequence or set was used that has not been used for longest; null where there is none.</summary>
    public DateTime? LongestUnused => Entries.Select(entry => (DateTime?)entry.Used).Min();

    private IEnumerable<CacheEntry> Entries => _sequences.Entries.Concat(_sets.Entries);

    /// <summary>Looks at a cache.</summary>
    /// <param name="folder">The cache's folder; need not exist.</param>
    public static CacheContents In(string folder) => new(folder);

    /// <summary>
    /// Deletes what was used longest ago, as much as it takes, and what processes that were killed left half-written; only for one who owns
    /// the cache. Over the limit, hashes of files that are gone are forgotten.
    /// </summary>
    /// <param name="limit">The bytes that may stay.</param>
    public void Shrink(long limit, IReadOnlySet<string> kept)
    {
        DeleteUnfinished();
        var left = Bytes;
        if (left > limit && HashBytes > 0)
        {
            left -= HashBytes - ContentHashes.ForgetMissing(_folder);
        }

        foreach (var entry in Entries.Where(entry => !kept.Contains(entry.Path)).OrderBy(entry => entry.Used))
        {
            if (left <= limit)
            {
                return;
            }

            left -= entry.TryDelete() ? entry.Length : 0;
        }
    }

    /// <summary>Deletes all of it but sets that a process has read; only for one who owns the cache.</summary>
    public void Clear()
    {
        DeleteUnfinished();
        foreach (var entry in Entries)
        {
            entry.TryDelete();
        }

        CacheEntry.TryDelete(ContentHashes.PathIn(_folder), File.Delete);
    }

    private void DeleteUnfinished()
    {
        _sequences.DeleteUnfinished();
        _sets.DeleteUnfinished();
        ContentHashes.DeleteUnfinished(_folder);
    }
}
