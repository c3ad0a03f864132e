using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Mpuc.Plugins.Text.Vectors;

/// <summary>
/// The form of an index of word vectors, little-endian: a header of 128 bytes; the vectors in the source's order, then their mean, float32;
/// the ends of the sorted words in the text that follows, uint32; the rows of their vectors, int32; the words in UTF-8, one after the
/// other. The header holds the sizes, the hash of the source and one of everything but the vectors.
/// </summary>
/// <param name="Width">Numbers per vector.</param>
/// <param name="Words">Different words.</param>
/// <param name="Rows">Vectors without the mean; at least as many as words.</param>
/// <param name="TextLength">Bytes of all words.</param>
internal sealed record WordVectorIndex(int Width, int Words, int Rows, long TextLength)
{
    /// <summary>The most numbers that a vector may have.</summary>
    public const int Widest = 1 << 16;

    /// <summary>The header's length in bytes.</summary>
    public const int HeaderLength = 128;

    private const int HashOffset = 32;
    private const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>Where the words' ends begin.</summary>
    public long TablesOffset => HeaderLength + (((long)Rows + 1) * Width * sizeof(float));

    /// <summary>Bytes of the words' ends, their rows and the words.</summary>
    public long TablesLength => ((long)Words * (sizeof(uint) + sizeof(int))) + TextLength;

    /// <summary>The whole file's length.</summary>
    public long FileLength => TablesOffset + TablesLength;

    private static ReadOnlySpan<byte> Magic => "MPUCWV01"u8;

    /// <summary>Writes the header.</summary>
    /// <param name="source">The SHA-256 of the source.</param>
    /// <param name="tables">The words' ends, their rows and the words.</param>
    /// <returns>The header.</returns>
    public byte[] ToHeader(ReadOnlySpan<byte> source, ReadOnlySpan<byte> tables)
    {
        var header = new byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), Width);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), Words);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), Rows);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(24), TextLength);
        source.CopyTo(header.AsSpan(HashOffset));
        HashOf(header, tables).CopyTo(header.AsSpan(HashOffset + HashLength));
        return header;
    }

    /// <summary>Reads a header.</summary>
    /// <param name="header">The file's first 128 bytes.</param>
    /// <param name="source">The SHA-256 that the source must have.</param>
    /// <returns>The sizes; null where it is no header, or another source's.</returns>
    public static WordVectorIndex? Parse(ReadOnlySpan<byte> header, ReadOnlySpan<byte> source)
    {
        if (header.Length < HeaderLength || !header.StartsWith(Magic) || !header.Slice(HashOffset, HashLength).SequenceEqual(source))
        {
            return null;
        }

        var index = new WordVectorIndex(
            BinaryPrimitives.ReadInt32LittleEndian(header[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(header[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(header[16..]),
            BinaryPrimitives.ReadInt64LittleEndian(header[24..]));
        return index is { Width: > 0 and <= Widest, Words: > 0, TextLength: > 0 and <= int.MaxValue }
            && index.Rows >= index.Words
            && index.Rows < int.MaxValue
            ? index
            : null;
    }

    /// <summary>Whether the tables are those that the header was written for.</summary>
    /// <param name="header">The header.</param>
    /// <param name="tables">The words' ends, their rows and the words.</param>
    /// <returns>False for a damaged index.</returns>
    public static bool Fits(ReadOnlySpan<byte> header, ReadOnlySpan<byte> tables) =>
        HashOf(header, tables).AsSpan().SequenceEqual(header.Slice(HashOffset + HashLength, HashLength));

    private static byte[] HashOf(ReadOnlySpan<byte> header, ReadOnlySpan<byte> tables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header[..(HashOffset + HashLength)]);
        hash.AppendData(tables);
        return hash.GetHashAndReset();
    }
}
