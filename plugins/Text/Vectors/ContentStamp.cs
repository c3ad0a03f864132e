using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mpuc.Plugins.Text.Vectors;

/// <summary>
/// The SHA-256 of large files, remembered in a folder: a file is read again only where its length or time of change differs from those that its stamp tells.
/// </summary>
/// <param name="folder">Where the stamps are; exists.</param>
internal sealed class ContentStamp(string folder)
{
    // A file that changed this shortly before it was read may change again within the clock's resolution.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    /// <summary>The hash of a file's content.</summary>
    /// <param name="path">The file's absolute path.</param>
    /// <returns>32 bytes.</returns>
    public byte[] Of(string path)
    {
        var file = new FileInfo(path);
        var (now, state) = (DateTime.UtcNow, string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks} "));
        var stamp = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..32] + ".stamp");
        var hash = new byte[SHA256.HashSizeInBytes];
        if (File.Exists(stamp) && File.ReadAllText(stamp) is var known && known.StartsWith(state, StringComparison.Ordinal)
            && Convert.FromHexString(known.AsSpan(state.Length), hash, out _, out var count) == OperationStatus.Done && count == hash.Length)
        {
            return hash;
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
        SHA256.HashData(stream, hash);
        if (now - file.LastWriteTimeUtc > Settled)
        {
            var temporary = $"{stamp}.{Guid.NewGuid():N}.tmp";
            File.WriteAllText(temporary, state + Convert.ToHexStringLower(hash));
            File.Move(temporary, stamp, overwrite: true);
        }

        return hash;
    }
}
