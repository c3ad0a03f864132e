using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Mpuc.Weights.Tests.Npm;

/// <summary>Packages put together by hand.</summary>
internal static class Tarball
{
    public static string Write(string path, params (string Name, string Content)[] files) =>
        Write(
            path,
            [
                .. files.Select(file =>
                    new PaxTarEntry(TarEntryType.RegularFile, file.Name)
                    {
                        DataStream = new MemoryStream(Encoding.UTF8.GetBytes(file.Content)),
                    }),
            ]);

    /// <summary>A file in the old form, whose header is the same whenever and by whichever process it is written.</summary>
    public static TarEntry Plain(string name, string content) => new UstarTarEntry(TarEntryType.RegularFile, name)
    {
        ModificationTime = DateTimeOffset.UnixEpoch,
        DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)),
    };

    public static string Write(string path, params TarEntry[] entries)
    {
        using var writer = new TarWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        foreach (var entry in entries)
        {
            writer.WriteEntry(entry);
        }

        return path;
    }
}
