using System.Runtime.InteropServices;
using System.Text;
using Mpuc.Weights;

namespace Mpuc.Host.Inference;

/// <summary>Puts a whole folder in its place in one step.</summary>
internal static class AtomicFolder
{
    private const int WorkingFolder = -100;
    private const uint Exchange = 2;

    /// <summary>A name beside a path for what is to be put there; hidden, and not in use.</summary>
    /// <returns>A path in the same folder, so that a rename suffices.</returns>
    public static string TemporaryOf(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");

    /// <summary>Renames a folder; one that exists is replaced.</summary>
    public static void Replace(string folder, string path)
    {
        if (!Directory.Exists(path))
        {
            Directory.Move(folder, path);
        }
        else if (TryExchange(folder, path))
        {
            Directory.Delete(folder, recursive: true);
        }
        else
        {
            MoveAside(folder, path);
        }

        AtomicFile.FlushFolder(Path.GetDirectoryName(path)!);
    }

    // Linux exchanges two names in one step, so that there is a whole folder under the final name at any time.
    private static bool TryExchange(string folder, string path)
    {
        try
        {
            return OperatingSystem.IsLinux() && Rename(WorkingFolder, Bytes(folder), WorkingFolder, Bytes(path), Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    // Elsewhere there is a moment without a folder; a failure brings the former one back.
    private static void MoveAside(string folder, string path)
    {
        var former = TemporaryOf(path);
        Directory.Move(path, former);
        try
        {
            Directory.Move(folder, path);
        }
        catch
        {
            Directory.Move(former, path);
            throw;
        }

        Directory.Delete(former, recursive: true);
    }

    private static byte[] Bytes(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "renameat2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Rename(int fromFolder, byte[] from, int toFolder, byte[] to, uint flags);
}
