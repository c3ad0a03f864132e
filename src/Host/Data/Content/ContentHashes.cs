using System.Collections.Concurrent;
using System.Security.Cryptography;
using Mpuc.Host.Data.Cache;
using Mpuc.Weights;

namespace Mpuc.Host.Data.Content;

/// <summary>
/// SHA-256 hashes of files, remembered between runs in the cache folder: a file is read again only where its length, its inode or one of
/// its times of change differs. Safe to use from several threads and processes at once; what one process learned may be lost to another's
/// writing, never wrong.
/// </summary>
internal sealed class ContentHashes
{
    private const string FileName = "hashes.tsv";

    // A file that changed this shortly before it was hashed may change again within the clock's resolution.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    private readonly string _index;
    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    private bool _changed;

    /// <summary>Opens the hashes of a cache.</summary>
    /// <param name="cacheFolder">The cache's folder; need not exist.</param>
    public ContentHashes(string cacheFolder)
    {
        _index = PathIn(cacheFolder);
        if (!File.Exists(_index))
        {
            return;
        }

        foreach (var line in File.ReadLines(_index))
        {
            if (Known.Parse(line) is var (path, known))
            {
                _known[path] = known;
            }
        }
    }

    /// <summary>The file that keeps the hashes of a cache.</summary>
    /// <returns>The path; need not exist.</returns>
    public static string PathIn(string cacheFolder) => Path.Combine(cacheFolder, FileName);

    /// <summary>What the hashes of a cache take on disk.</summary>
    /// <param name="cacheFolder">The cache's folder; need not exist.</param>
    /// <returns>The number of bytes.</returns>
    public static long BytesIn(string cacheFolder) => new FileInfo(PathIn(cacheFolder)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Forgets the hashes of files that are no longer there.</summary>
    /// <returns>What the hashes take on disk afterwards, in bytes.</returns>
    public static long ForgetMissing(string cacheFolder)
    {
        var hashes = new ContentHashes(cacheFolder);
        foreach (var path in hashes._known.Keys.Where(path => !File.Exists(path)))
        {
            hashes._changed |= hashes._known.TryRemove(path, out _);
        }

        hashes.Save();
        return BytesIn(cacheFolder);
    }

    /// <summary>Deletes what processes that were killed while they saved left behind; one that saves now does without.</summary>
    /// <param name="cacheFolder">The cache's folder; need not exist.</param>
    public static void DeleteUnfinished(string cacheFolder)
    {
        foreach (var file in Directory.Exists(cacheFolder) ? AtomicFile.FindUnfinished(cacheFolder) : [])
        {
            if (Path.GetFileName(file).StartsWith($".{FileName}.", StringComparison.Ordinal))
            {
                CacheEntry.TryDelete(file, File.Delete);
            }
        }
    }

    /// <summary>The hash of a file's bytes.</summary>
    /// <param name="path">The file's absolute path.</param>
    /// <exception cref="MpucException">The file cannot be read.</exception>
    public string OfFile(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            RegularFile.Require(path);
            var (state, changed) = RegularFile.StateOf(path);
            if (_known.TryGetValue(path, out var known) && known.State == state)
            {
                return known.Sha256;
            }

            var now = DateTime.UtcNow;
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            var hash = Hash(stream, cancellationToken);
            if (now - changed > Settled)
            {
                _known[path] = new Known(hash, state);
                _changed = true;
            }

            return hash;
        }
        catch (FileNotFoundException exception) when (new FileInfo(path).LinkTarget is not null)
        {
            throw new MpucException($"There is no file {RegularFile.NameAbsent(path)}.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"'{path}' cannot be read: {exception.Message}", exception);
        }
    }

    private static string Hash(FileStream stream, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, count);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Keeps what was learned for later runs; a cache that cannot be written is left as it is.</summary>
    public void Save()
    {
        if (!_changed)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_index)!);
            AtomicFile.WriteText(
                _index,
                string.Concat(_known.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value.Format(pair.Key))));
            _changed = false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The hashes serve this run from memory.
        }
    }

    private sealed record Known(string Sha256, string State)
    {
        // Lines of earlier versions have a number alone where the state stands, and are forgotten.
        public static (string Path, Known Known)? Parse(string line)
        {
            var parts = line.Split('\t', 3);
            return parts.Length == 3 && parts[0].Length == 64 && parts[1].Contains(' ', StringComparison.Ordinal)
                ? (parts[2], new Known(parts[0], parts[1]))
                : null;
        }

        public string Format(string path) => path.Contains('\n', StringComparison.Ordinal) ? string.Empty : $"{Sha256}\t{State}\t{path}\n";
    }
}
