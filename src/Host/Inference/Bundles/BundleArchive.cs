using System.IO.Compression;
using Mpuc.Weights;

namespace Mpuc.Host.Inference.Bundles;

/// <summary>Bundles in one zip file. Only files that a bundle has are unpacked, each no further than its limit.</summary>
internal static class BundleArchive
{
    // Weights hardly compress, and the JSON files are small; what expands more than this was made to.
    private const int MaxRatio = 200;

    /// <summary>Whether a path names a zip file.</summary>
    /// <returns>True where it ends so, whether or not there is such a file, but for a folder of that name.</returns>
    public static bool IsArchive(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path);

    /// <summary>Packs files without compressing them.</summary>
    public static void Pack(string folder, Stream output)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            archive.CreateEntryFromFile(file, Path.GetFileName(file), CompressionLevel.NoCompression);
        }
    }

    /// <summary>Unpacks a bundle's files, flat, into an empty folder.</summary>
    /// <exception cref="MpucException">It is missing, damaged, holds something else, or is larger than a bundle may be.</exception>
    public static void Unpack(string path, string folder)
    {
        if (!File.Exists(path))
        {
            throw new MpucException($"There is no bundle {path}; 'mpuc export RUN --output BUNDLE' makes one.");
        }

        RegularFile.Require(path);
        try
        {
            using var archive = ZipFile.OpenRead(path);
            foreach (var entry in archive.Entries)
            {
                Check(path, entry);
                Unpack(path, entry, Path.Combine(folder, entry.FullName));
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"{path} is no bundle or a damaged one: {exception.Message}", exception);
        }
    }

    // A name without a folder that is one of five cannot lead anywhere else.
    private static void Check(string path, ZipArchiveEntry entry)
    {
        if (!BundleNames.Limits.TryGetValue(entry.FullName, out var limit))
        {
            throw new MpucException(
                $"{path} is no bundle: it holds '{entry.FullName}', and a bundle holds {string.Join(", ", BundleNames.Limits.Keys)} "
                    + "alone.");
        }

        if (entry.Length > limit || entry.Length > MaxRatio * Math.Max(entry.CompressedLength, 1024))
        {
            throw new MpucException(
                $"{path} is no bundle: '{entry.FullName}' would unpack from {entry.CompressedLength} to {entry.Length} bytes.");
        }
    }

    // The length in the zip file's directory is a claim; no more than that is written, whatever the data unpack to.
    private static void Unpack(string path, ZipArchiveEntry entry, string target)
    {
        using var from = entry.Open();
        using var to = Writing(path, target, () => new FileStream(target, FileMode.CreateNew, FileAccess.Write));
        var (buffer, left) = (new byte[1 << 16], entry.Length);
        for (int count; (count = from.Read(buffer)) > 0; left -= count)
        {
            if (count > left)
            {
                throw new MpucException(
                    $"{path} is damaged: '{entry.FullName}' unpacks to more than the {entry.Length} bytes that it says.");
            }

            Writing(path, target, () =>
            {
                to.Write(buffer, 0, count);
                to.Flush();
                return to;
            });
        }
    }

    // A disk without room says nothing against the bundle.
    private static FileStream Writing(string path, string target, Func<FileStream> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException(
                $"{path} cannot be unpacked to {Path.GetDirectoryName(target)}: {exception.Message.TrimEnd('.')}; set TMPDIR to a "
                    + "folder with more room.",
                exception);
        }
    }
}
