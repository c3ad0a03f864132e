using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Mpuc.Host.Data.Sequences;

/// <summary>
/// What a cached sequence's file says before its frames. All numbers are little-endian: the magic, the frame rate (float64), the number of
/// dimensions and each of them (int64), the frames' SHA-256, the SHA-256 of all of this; then, from the next multiple of 64 bytes, the
/// frames in row-major float32.
/// </summary>
/// <param name="Shape">The frames' shape, <c>[T, ...]</c>.</param>
/// <param name="FrameRate">Frames per second; 0 for none.</param>
/// <param name="DataSha256">The hash of the frames' bytes.</param>
internal sealed record SequenceHeader(IReadOnlyList<long> Shape, double FrameRate, ReadOnlyMemory<byte> DataSha256)
{
    private const int MaximumRank = 8;
    private const int Alignment = 64;

    /// <summary>Where the frames start in the file, in bytes.</summary>
    public int DataOffset => (Size(Shape.Count) + Alignment - 1) / Alignment * Alignment;

    /// <summary>The frames' size in bytes.</summary>
    public long DataLength => Shape.Aggregate((long)sizeof(float), (product, size) => checked(product * size));

    /// <summary>Seconds; 0 for a modality without a time axis.</summary>
    public double Duration => FrameRate == 0 ? 0 : Shape[0] / FrameRate;

    private static ReadOnlySpan<byte> Magic => "MPUCSEQ1"u8;

    /// <summary>Reads a header.</summary>
    /// <returns>The header; null where it is none or damaged.</returns>
    public static SequenceHeader? Read(Stream file)
    {
        var fixedPart = new byte[24];
        if (!TryFill(file, fixedPart) || !Magic.SequenceEqual(fixedPart.AsSpan(0, 8)))
        {
            return null;
        }

        var rank = BinaryPrimitives.ReadInt64LittleEndian(fixedPart.AsSpan(16));
        if (rank is < 1 or > MaximumRank)
        {
            return null;
        }

        byte[] bytes = [.. fixedPart, .. new byte[Size((int)rank) - fixedPart.Length]];
        var rest = bytes.AsSpan(fixedPart.Length);
        var hashed = bytes.AsSpan(0, bytes.Length - SHA256.HashSizeInBytes);
        if (!TryFill(file, rest) || !SHA256.HashData(hashed).AsSpan().SequenceEqual(bytes.AsSpan(hashed.Length)))
        {
            return null;
        }

        long[] shape = [.. Enumerable.Range(0, (int)rank).Select(i => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(24 + (8 * i))))];
        var frameRate = BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(8));
        return IsPossible(shape, frameRate)
            ? new SequenceHeader(shape, frameRate, bytes.AsMemory(24 + (8 * (int)rank), SHA256.HashSizeInBytes))
            : null;
    }

    /// <summary>Writes the header and fills up to <see cref="DataOffset"/>.</summary>
    public void Write(Stream file)
    {
        var bytes = new byte[DataOffset];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(8), FrameRate);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), Shape.Count);
        for (var i = 0; i < Shape.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(24 + (8 * i)), Shape[i]);
        }

        var end = Size(Shape.Count) - SHA256.HashSizeInBytes;
        DataSha256.Span.CopyTo(bytes.AsSpan(end - SHA256.HashSizeInBytes));
        SHA256.HashData(bytes.AsSpan(0, end)).CopyTo(bytes, end);
        file.Write(bytes);
    }

    // The hash tells damage, not that the numbers were ever those of a sequence.
    private static bool IsPossible(long[] shape, double frameRate) =>
        double.IsFinite(frameRate)
            && !double.IsNegative(frameRate)
            && shape[0] >= 1
            && (frameRate > 0 || shape[0] == 1)
            && Array.TrueForAll(shape, size => size >= 0)
        && shape.Aggregate(
            (UInt128)sizeof(float), (product, size) => product > long.MaxValue ? product : product * (UInt128)size) <= long.MaxValue;

    private static bool TryFill(Stream file, Span<byte> buffer) =>
        file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;

    private static int Size(int rank) => 24 + (8 * rank) + (2 * SHA256.HashSizeInBytes);
}
