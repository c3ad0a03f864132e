using System.Buffers.Binary;

namespace Mpuc.Plugins.Audio.Reading.Ffmpeg;

/// <summary>
/// The header of the AU format, in which ffmpeg hands over samples: of the formats that a pipe can carry it is the one that tells rate and
/// channels at a fixed place.
/// </summary>
/// <param name="Offset">Where the samples start.</param>
/// <param name="SampleRate">Samples per second.</param>
/// <param name="Channels">Channels per frame, at least 1.</param>
internal readonly record struct AuHeader(int Offset, int SampleRate, int Channels)
{
    /// <summary>The bytes that tell all that is read here; a note may stand between them and the samples.</summary>
    public const int Size = 24;

    private const int LongestNote = 1 << 16;
    private const int FloatEncoding = 6;

    /// <summary>Reads a header.</summary>
    /// <param name="bytes">The first <see cref="Size"/> bytes.</param>
    /// <returns>The header; null if these bytes are none of big-endian float32 samples.</returns>
    public static AuHeader? TryRead(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Size || !bytes.StartsWith(".snd"u8) || Field(bytes, 3) != FloatEncoding)
        {
            return null;
        }

        var (offset, rate, channels) = (Field(bytes, 1), Field(bytes, 4), Field(bytes, 5));
        return offset is >= Size and <= LongestNote && rate is > 0 and <= int.MaxValue && channels is > 0 and <= ushort.MaxValue
            ? new AuHeader((int)offset, (int)rate, (int)channels)
            : null;
    }

    private static uint Field(ReadOnlySpan<byte> bytes, int index) => BinaryPrimitives.ReadUInt32BigEndian(bytes[(index * sizeof(uint))..]);
}
