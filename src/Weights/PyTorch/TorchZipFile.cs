using System.IO.Compression;
using System.Text;
using Mpuc.Weights.PyTorch.Pickle;
using TorchSharp;

namespace Mpuc.Weights.PyTorch;

/// <summary>
/// Reads what <c>torch.save</c> has written since PyTorch 1.6: a zip file of uncompressed entries, <c>NAME/data.pkl</c> and a
/// <c>NAME/data/KEY</c> for each storage.
/// </summary>
internal static class TorchZipFile
{
    private const string PickleName = "/data.pkl";

    /// <summary>Reads all tensors.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="path">The file's name for messages.</param>
    /// <returns>The tensors by name.</returns>
    /// <exception cref="MpucException">The file is damaged or holds anything but tensors.</exception>
    public static IReadOnlyDictionary<string, torch.Tensor> Read(Stream stream, string path)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var entries = Entries(archive, path, stream.Length);
        var pickles = entries.Values.Where(entry => entry.FullName.EndsWith(PickleName, StringComparison.Ordinal)).ToList();
        var pickle = pickles is [var only]
            ? only
            : throw new MpucException($"{path} is a zip file without one data.pkl; torch.save writes one.");
        var root = pickle.FullName[..^PickleName.Length];
        CheckByteOrder(entries.GetValueOrDefault($"{root}/byteorder"), path);
        var source = new PickleSource(new MemoryStream(Bytes(pickle, path, PickleSource.MaximumLength)), path);
        var tensors = StateDict.Read(new PickleReader(source, new TorchVocabulary(source)).Read(), source);
        var storages = new TorchStorageReader(path, tensors, stream.Length);
        storages.CheckSize();
        foreach (var storage in storages.Storages)
        {
            var entry = entries.GetValueOrDefault($"{root}/data/{storage.Key}")
                ?? throw new MpucException($"{path} is damaged: it has no entry data/{storage.Key}, which its tensors are in.");
            if ((Int128)storage.Count * storage.ElementSize != entry.Length)
            {
                throw new MpucException(
                    $"{path} is damaged: its entry data/{storage.Key} has {entry.Length} bytes, "
                    + $"where {storage.Count} elements of {storage.ElementSize} are due.");
            }

            using var data = entry.Open();
            storages.Read(storage, data);
        }

        return storages.Result;
    }

    // torch.save compresses nothing; so no entry can unfold, and together they cannot be longer than the file.
    private static Dictionary<string, ZipArchiveEntry> Entries(ZipArchive archive, string path, long fileLength)
    {
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            if (entry.CompressedLength != entry.Length)
            {
                throw new MpucException($"{path} has the compressed entry {entry.FullName}; torch.save compresses none.");
            }

            if (!entries.TryAdd(entry.FullName, entry))
            {
                throw new MpucException($"{path} has the entry {entry.FullName} twice.");
            }

            total = entry.Length <= fileLength - total
                ? total + entry.Length
                : throw new MpucException($"{path} is damaged: its entries are longer than the file.");
        }

        return entries;
    }

    private static void CheckByteOrder(ZipArchiveEntry? entry, string path)
    {
        if (entry is not null && Encoding.ASCII.GetString(Bytes(entry, path, 16)) is not "little" and var order)
        {
            throw new MpucException($"{path} has the byte order '{order}'; only little-endian files are read.");
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry, string path, long most)
    {
        if (entry.Length > most)
        {
            throw new MpucException($"{path} has an entry {entry.FullName} of {entry.Length} bytes; at most {most} are read.");
        }

        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }
}
