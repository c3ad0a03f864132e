using System.Buffers.Binary;
using System.Text;

namespace Mpuc.Hdf5;

/// <summary>
/// Texts of variable length, read here rather than in libhdf5, which does not check where in its heap a damaged file says that they lie. An
/// element is a length, the address of a collection and a number in it; a collection holds numbered objects one after another (HDF5 File
/// Format Specification, III.E).
/// </summary>
/// <param name="path">The file.</param>
internal sealed class VariableTexts(string path) : IDisposable
{
    /// <summary>The bytes of an element, where addresses have 8.</summary>
    public const int ElementSize = 16;

    private const int HeaderSize = 16;
    private const int LargestCollection = 1 << 24;

    private readonly FileStream _file = File.OpenRead(path);
    private readonly Dictionary<ulong, Dictionary<uint, string>> _collections = [];

    /// <summary>Reads texts that lie side by side.</summary>
    /// <param name="offset">Where the first element lies in the file.</param>
    /// <param name="count">How many there are.</param>
    /// <returns>The texts; null where the file is damaged.</returns>
    public string[]? Read(ulong offset, int count)
    {
        if (Bytes(offset, (long)count * ElementSize) is not { } elements)
        {
            return null;
        }

        var texts = new string[count];
        for (var i = 0; i < count; i++)
        {
            var element = elements.AsSpan(i * ElementSize, ElementSize);
            var (length, address) = (
                BinaryPrimitives.ReadUInt32LittleEndian(element), BinaryPrimitives.ReadUInt64LittleEndian(element[4..]));
            if (length == 0)
            {
                texts[i] = string.Empty;
                continue;
            }

            if (!_collections.TryGetValue(address, out var collection))
            {
                _collections[address] = collection = Collection(address);
            }

            if (!collection.TryGetValue(BinaryPrimitives.ReadUInt32LittleEndian(element[12..]), out var text))
            {
                return null;
            }

            texts[i] = text;
        }

        return texts;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private Dictionary<uint, string> Collection(ulong address)
    {
        var objects = new Dictionary<uint, string>();
        if (Bytes(address, HeaderSize) is not { } header || !header.AsSpan().StartsWith("GCOL"u8)
            || BinaryPrimitives.ReadUInt64LittleEndian(header.AsSpan(8)) is var size && size > LargestCollection
            || Bytes(address, (long)size) is not { } collection)
        {
            return objects;
        }

        for (var place = HeaderSize; place + HeaderSize <= collection.Length;)
        {
            var index = BinaryPrimitives.ReadUInt16LittleEndian(collection.AsSpan(place));
            var length = BinaryPrimitives.ReadUInt64LittleEndian(collection.AsSpan(place + 8));
            if (index == 0 || length > (ulong)(collection.Length - place - HeaderSize))
            {
                break; // Number 0 is the room that is left.
            }

            objects[index] = Encoding.UTF8.GetString(collection, place + HeaderSize, (int)length).Split('\0')[0];
            place += HeaderSize + (((int)length + 7) / 8 * 8);
        }

        return objects;
    }

    private byte[]? Bytes(ulong offset, long count)
    {
        if (offset > (ulong)_file.Length || count > _file.Length - (long)offset)
        {
            return null;
        }

        var bytes = new byte[count];
        _file.Position = (long)offset;
        _file.ReadExactly(bytes);
        return bytes;
    }
}
