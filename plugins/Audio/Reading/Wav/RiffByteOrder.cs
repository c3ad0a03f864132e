using System.Buffers.Binary;

namespace Mpuc.Plugins.Audio.Reading.Wav;

/// <summary>The order of bytes in a WAV file's numbers: little-endian in RIFF and RF64, big-endian in RIFX.</summary>
/// <param name="IsBigEndian">Whether the highest byte comes first.</param>
internal readonly record struct RiffByteOrder(bool IsBigEndian)
{
    /// <summary>Reads two bytes.</summary>
    /// <param name="bytes">At least two bytes.</param>
    public ushort ReadUInt16(ReadOnlySpan<byte> bytes) =>
        IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    /// <summary>Reads four bytes.</summary>
    /// <param name="bytes">At least four bytes.</param>
    public uint ReadUInt32(ReadOnlySpan<byte> bytes) =>
        IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    /// <summary>Reads eight bytes.</summary>
    /// <param name="bytes">At least eight bytes.</param>
    public long ReadInt64(ReadOnlySpan<byte> bytes) =>
        IsBigEndian ? BinaryPrimitives.ReadInt64BigEndian(bytes) : BinaryPrimitives.ReadInt64LittleEndian(bytes);
}
