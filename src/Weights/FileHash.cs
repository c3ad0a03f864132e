using System.Security.Cryptography;

namespace Mpuc.Weights;

/// <summary>SHA-256 hashes of files.</summary>
public static class FileHash
{
    /// <summary>Hashes a file's bytes.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The SHA-256 in lower-case hexadecimal.</returns>
    /// <exception cref="MpucException">The file cannot be read.</exception>
    public static string OfFile(string path)
    {
        try
        {
            RegularFile.Require(path);
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MpucException($"{path} does not exist.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"{path} cannot be read: {exception.Message}", exception);
        }
    }
}
