using System.Globalization;
using Mpuc.Host.Plugins.Inspection;

namespace Mpuc.Host.Plugins.Loading;

/// <summary>
/// A private temporary folder of this process for copies of plugins, so that the originals are never locked. It is deleted with this
/// object; what a killed process left behind is deleted by the next one.
/// </summary>
internal sealed class ShadowFolder : IDisposable
{
    private const string Prefix = "mpuc-plugins-";
    private const string LockSuffix = ".lock";
    private readonly FileStream _inUse;
    private readonly string _path;
    private int _copies;

    /// <summary>Creates the folder among the system's temporary files and deletes those of processes that are gone.</summary>
    /// <exception cref="MpucException">The folder for temporary files cannot be written to.</exception>
    public ShadowFolder()
    {
        try
        {
            DeleteStale();
            _path = Directory.CreateTempSubdirectory(Prefix).FullName;
            _inUse = Lock(_path + LockSuffix, FileMode.CreateNew);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"Plugins cannot be copied to the folder for temporary files, '{Path.GetTempPath()}': {e.Message}", e);
        }
    }

    /// <summary>Copies a plugin's files.</summary>
    /// <param name="folder">The folder that the files' paths are taken relative to.</param>
    /// <param name="files">The files, absolute; links are replaced by what they lead to.</param>
    public string Copy(string folder, IEnumerable<string> files)
    {
        var copy = Path.Combine(_path, Interlocked.Increment(ref _copies).ToString("000", CultureInfo.InvariantCulture));
        foreach (var file in files)
        {
            var target = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (PluginFiles.IsEmpty(file))
            {
                File.WriteAllBytes(target, []);
            }
            else
            {
                File.Copy(file, target);
            }
        }

        return copy;
    }

    /// <summary>Deletes a copy that nobody uses any more.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows keeps the files of assemblies that are still loaded.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        TryDelete(_path);
        _inUse.Dispose();
    }

    // The system releases the lock of a process that is killed, so that whoever gets it knows the folder beside it to be stale.
    private static FileStream Lock(string path, FileMode mode) => new(path, new FileStreamOptions
    {
        Mode = mode,
        Access = FileAccess.ReadWrite,
        Share = FileShare.None,
        Options = FileOptions.DeleteOnClose,
    });

    private static void DeleteStale()
    {
        foreach (var lockFile in Directory.EnumerateFiles(Path.GetTempPath(), $"{Prefix}*{LockSuffix}"))
        {
            try
            {
                using var stale = Lock(lockFile, FileMode.Open);
                TryDelete(lockFile[..^LockSuffix.Length]);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // In use, or another user's.
            }
        }
    }
}
