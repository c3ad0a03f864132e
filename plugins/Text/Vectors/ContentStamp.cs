using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Mpuc.Weights;

namespace Mpuc.Plugins.Text.Vectors;

/// <summary>
/// The SHA-256 of large files, remembered in a folder: a file is read again only where its state (inode, length, times of change, also the
/// one that no program sets) differs from the one that its stamp tells.
/// </summary>
/// <param name="folder">Where the stamps are; exists.</param>
/// <param name="time">The clock.</param>
internal sealed class ContentStamp(string folder, TimeProvider time)
{
    // A file that changed this shortly before it was read may change again within the clock's resolution.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    /// <summary>The hash of a file's content.</summary>
    /// <param name="path">The file's absolute path.</param>
    /// <returns>32 bytes.</returns>
    public byte[] Of(string path)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (state, changed) = RegularFile.StateOf(path);
        var stamp = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..32] + ".stamp");
        var hash = new byte[SHA256.HashSizeInBytes];
        if (File.Exists(stamp) && File.ReadAllText(stamp) is var known && known.StartsWith($"{state} ", StringComparison.Ordinal)
            && Convert.FromHexString(known.AsSpan(state.Length + 1), hash, out _, out var count) == OperationStatus.Done
                && count == hash.Length)
        {
            return hash;
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
        SHA256.HashData(stream, hash);
        if (now - changed > Settled)
        {
            var temporary = $"{stamp}.{Guid.NewGuid():N}.tmp";
            File.WriteAllText(temporary, $"{state} {Convert.ToHexStringLower(hash)}");
            File.Move(temporary, stamp, overwrite: true);
        }

        return hash;
    }
}
