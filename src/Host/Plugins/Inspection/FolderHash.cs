using System.Security.Cryptography;
using System.Text;

namespace Mpuc.Host.Plugins.Inspection;

/// <summary>SHA-256 over files and folders, in lower-case hexadecimal.</summary>
internal static class FolderHash
{
    /// <summary>The hash of a file's bytes.</summary>
    public static string OfFile(string path) => Convert.ToHexStringLower(Hash(path));

    /// <summary>
    /// The hash over each file's relative path (with forward slashes), a zero byte and its hash, in ordinal order of path.
    /// </summary>
    /// <param name="folder">The folder that paths are taken relative to.</param>
    /// <param name="files">The files' absolute paths.</param>
    public static string OfFiles(string folder, IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var byName = files.Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), Path: file));
        foreach (var (name, path) in byName.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + '\0'));
            hash.AppendData(Hash(path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Hash(string path)
    {
        if (PluginFiles.IsEmpty(path))
        {
            return SHA256.HashData([]);
        }

        using var stream = File.OpenRead(path);
        return SHA256.HashData(stream);
    }
}
