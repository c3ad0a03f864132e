using System.Buffers.Binary;
using System.IO.Compression;
using Mpuc.Hdf5.Chunks;

namespace Mpuc.Hdf5.Tests.Mutations;

/// <summary>
/// What this reader does itself with a file's bytes, which libhdf5 only finds: unpacking chunks, putting them together, texts of any
/// length, numbers. Damage is told from content, or other values are read.
/// </summary>
[TestFixture]
internal sealed class StorageMutationTests
{
    private const int Collection = 64;
    private static readonly StoredShape Packed = new([7, 3], ElementSize: 4, [4, 2], [ChunkFilters.Shuffle, ChunkFilters.Deflate]);

    private static IEnumerable<Parser> Parsers =>
    [
        Parser.OfBytes("chunks of HDF5", () => [Deflated()], bytes => ChunkFilters.Undo(bytes, Packed, skipped: 0)),
        Parser.OfBytes("rows of HDF5", () => [Deflated()], ReadRows),
        new("texts of HDF5", () => [Texts()], scratch => bytes => ReadTexts(scratch.Write("x.csd", bytes))),
        Parser.OfBytes("numbers of HDF5", () => [Texts()], ReadNumbers),
    ];

    [TestCaseSource(nameof(Parsers))]
    public void Damaged_bytes_are_told_or_read(Parser parser) => MutationTrials.Try(parser, MutationTrials.Few);

    [TestCaseSource(nameof(Parsers))]
    [Category("Slow")]
    public void A_million_damaged_bytes_are_told_or_read(Parser parser) => MutationTrials.Try(parser, MutationTrials.Many);

    // Every chunk is the damaged one where it can be unpacked, and zeros where it cannot.
    private static void ReadRows(byte[] bytes)
    {
        var chunk = ChunkFilters.Undo(bytes, Packed, skipped: 0) ?? new byte[Packed.ChunkSize];
        var first = bytes.Length % 6;
        if (ChunkedRows.Read(Packed, first, 7 - first, _ => chunk).Length != (7 - first) * Packed.RowSize)
        {
            throw new InvalidOperationException("Rows are missing.");
        }
    }

    private static void ReadTexts(string path)
    {
        using var texts = new VariableTexts(path);
        if (texts.Read(0, 3) is { } read && Array.Exists(read, text => text is null || text.Contains('\0', StringComparison.Ordinal)))
        {
            throw new InvalidOperationException("A text is missing, or goes on after its end.");
        }
    }

    private static void ReadNumbers(byte[] bytes)
    {
        foreach (var format in NumberFormat.All.Values)
        {
            var whole = bytes.AsSpan(0, bytes.Length / format.Size * format.Size);
            format.Convert<float>(whole);
            format.Convert<double>(whole);
        }
    }

    private static byte[] Deflated()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write([.. Enumerable.Range(0, 32).Select(value => (byte)(value * 7))]);
        }

        return packed.ToArray();
    }

    private static byte[] Texts()
    {
        var file = new byte[160];
        Element(0, 2, 1);
        Element(16, 9, 2);
        "GCOL\x1"u8.CopyTo(file.AsSpan(Collection));
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(Collection + 8), 96);
        Object(Collection + 16, 1, "so"u8);
        Object(Collection + 40, 2, "hello you"u8);
        return file;

        void Element(int place, uint length, uint number)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(place), length);
            BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(place + 4), Collection);
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(place + 12), number);
        }

        void Object(int place, ushort number, ReadOnlySpan<byte> text)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(place), number);
            BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(place + 8), (ulong)text.Length);
            text.CopyTo(file.AsSpan(place + 16));
        }
    }
}
