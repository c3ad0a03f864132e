using System.Runtime.InteropServices;
using System.Text;

namespace Mpuc.Weights;

/// <summary>
/// Writes files that are either whole or absent: to a temporary name in the same folder, flushed to disk, renamed, and the folder flushed,
/// so that neither a crash nor a power cut leaves half a file under the final name.
/// </summary>
public static class AtomicFile
{
    private const string TemporaryExtension = ".tmp";

    /// <summary>Finds what writers left half-written because their process was killed, or are writing now.</summary>
    /// <param name="folder">The folder, which exists; its sub-folders are left out.</param>
    /// <returns>The temporary files' paths.</returns>
    public static IReadOnlyList<string> FindUnfinished(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, ".*" + TemporaryExtension)
            .Where(path =>
                Path.GetFileNameWithoutExtension(path).Split('.') is [_, _, .., { Length: 32 } id] && id.All(char.IsAsciiHexDigitLower)),
    ];

    /// <summary>Writes a file; one that exists is replaced.</summary>
    /// <param name="path">The final path; its folder exists.</param>
    /// <param name="write">Writes the content; where it throws, nothing has changed.</param>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var final = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(final) ?? throw new ArgumentException($"'{path}' is a folder.", nameof(path));
        var temporary = Path.Combine(folder, $".{Path.GetFileName(final)}.{Guid.NewGuid():N}{TemporaryExtension}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, final, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        FlushFolder(folder);
    }

    /// <summary>Writes a text in UTF-8 without a byte order mark.</summary>
    /// <param name="path">The final path; its folder exists.</param>
    /// <param name="text">The whole content.</param>
    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Makes renames in a folder last.</summary>
    /// <param name="folder">The folder, which exists.</param>
    public static void FlushFolder(string folder)
    {
        // .NET opens no folder for flushing. On Windows the rename is journalled; elsewhere only fsync on the folder makes it last.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), 0);
        if (descriptor >= 0)
        {
            _ = Synchronize(descriptor);
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Synchronize(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
