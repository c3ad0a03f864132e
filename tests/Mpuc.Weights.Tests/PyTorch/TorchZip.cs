using System.IO.Compression;

namespace Mpuc.Weights.Tests.PyTorch;

/// <summary>Files as torch.save writes them, with whatever in them.</summary>
internal static class TorchZip
{
    public static string Write(TemporaryFolder folder, byte[] pickle, params (string Key, byte[] Data)[] storages) =>
        Write(folder, [("archive/data.pkl", pickle), .. storages.Select(storage => ($"archive/data/{storage.Key}", storage.Data))]);

    public static string Write(
        TemporaryFolder folder, (string Name, byte[] Content)[] entries, CompressionLevel compression = CompressionLevel.NoCompression)
    {
        var path = folder.File("x.pt");
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, content) in entries)
        {
            using var stream = archive.CreateEntry(name, compression).Open();
            stream.Write(content);
        }

        return path;
    }
}
