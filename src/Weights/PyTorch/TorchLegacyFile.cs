using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using Mpuc.Weights.PyTorch.Pickle;
using TorchSharp;

namespace Mpuc.Weights.PyTorch;

/// <summary>
/// Reads what <c>torch.save</c> wrote before PyTorch 1.6, and since then on request: five pickles (a magic number, a version, the machine's
/// byte order, the state dict, the storages' keys), then each storage, its length first.
/// </summary>
internal static class TorchLegacyFile
{
    private const long Version = 1001;

    private static readonly BigInteger Magic =
        BigInteger.Parse("1950a86a20f9469cfc6c", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>Reads all tensors.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="path">The file's name for messages.</param>
    /// <returns>The tensors by name.</returns>
    /// <exception cref="MpucException">The file is damaged or holds anything but tensors.</exception>
    public static IReadOnlyDictionary<string, torch.Tensor> Read(Stream stream, string path)
    {
        var source = new PickleSource(stream, path);
        var vocabulary = new TorchVocabulary(source);
        if (Next() is not BigInteger magic || magic != Magic || Next() is not Version)
        {
            throw source.Refuse("is a pickle, but not one that torch.save wrote");
        }

        if (Next() is not PickleDictionary machine || machine.GetValueOrDefault("little_endian") is not true)
        {
            throw source.Refuse("was not written on a little-endian machine; only little-endian files are read");
        }

        var tensors = StateDict.Read(Next(), source);
        if (Next() is not List<object?> keys || !keys.TrueForAll(key => key is string known && vocabulary.Storages.ContainsKey(known)))
        {
            throw source.Refuse("is damaged: its list of storages names others than its tensors do");
        }

        var storages = new TorchStorageReader(path, tensors, stream.Length);
        storages.CheckSize();
        if (keys.Distinct().Count() != keys.Count || storages.Storages.Any(storage => !keys.Contains(storage.Key)))
        {
            throw source.Refuse("is damaged: its list of storages does not name each one once");
        }

        foreach (var key in keys.Cast<string>())
        {
            ReadStorage(vocabulary.Storages[key], storages, stream, source);
        }

        return stream.Position == stream.Length ? storages.Result : throw source.Refuse("is damaged: it goes on after its last storage");

        object? Next() => new PickleReader(source, vocabulary).Read();
    }

    private static void ReadStorage(TorchStorage storage, TorchStorageReader storages, Stream stream, PickleSource source)
    {
        var length = (Int128)storage.Count * storage.ElementSize;
        if (stream.Length - stream.Position < 8 + length)
        {
            throw source.Refuse($"is cut short: the storage '{storage.Key}' of {length} bytes is not all there");
        }

        Span<byte> count = stackalloc byte[8];
        stream.ReadExactly(count);
        if (BinaryPrimitives.ReadInt64LittleEndian(count) is var declared && declared != storage.Count)
        {
            throw source.Refuse($"is damaged: the storage '{storage.Key}' has {declared} elements, where {storage.Count} are due");
        }

        storages.Read(storage, stream);
    }
}
