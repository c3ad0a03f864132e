using System.Buffers.Binary;
using System.Text;

namespace Mpuc.Plugins.Audio.Tests.Reading;

/// <summary>Builds WAV files chunk by chunk, right or wrong ones.</summary>
internal sealed class WavFile(string form = "RIFF")
{
    private readonly MemoryStream _chunks = new();

    /// <summary>A whole file of 16-bit mono samples.</summary>
    public static byte[] Of(float[] samples, int sampleRate) => new WavFile()
        .Format(1, 1, sampleRate, 16)
        .Data([.. samples.SelectMany(sample => BitConverter.GetBytes((short)Math.Round(sample * 32767)))])
        .ToBytes();

    /// <summary>A whole file of 32-bit mono numbers.</summary>
    public static byte[] OfFloats(float[] samples, int sampleRate) => new WavFile()
        .Format(3, 1, sampleRate, 32)
        .Data([.. samples.SelectMany(BitConverter.GetBytes)])
        .ToBytes();

    public static byte[] FormatBody(int tag, int channels, int sampleRate, int bits)
    {
        var body = new byte[16];
        BinaryPrimitives.WriteUInt16LittleEndian(body, (ushort)tag);
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(2), (ushort)channels);
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(4), sampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(8), sampleRate * channels * bits / 8);
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(12), (ushort)(channels * bits / 8));
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(14), (ushort)bits);
        return body;
    }

    public WavFile Format(int tag, int channels, int sampleRate, int bits) => Chunk("fmt ", FormatBody(tag, channels, sampleRate, bits));

    /// <summary>WAVEFORMATEXTENSIBLE with the sub-format of the given tag.</summary>
    public WavFile ExtensibleFormat(int tag, int channels, int sampleRate, int bits)
    {
        byte[] extension =
            [22, 0, (byte)bits, 0, 0, 0, 0, 0, (byte)tag, (byte)(tag >> 8), 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71];
        return Chunk("fmt ", [.. FormatBody(0xFFFE, channels, sampleRate, bits), .. extension]);
    }

    public WavFile Data(byte[] samples) => Chunk("data", samples);

    public WavFile Chunk(string id, byte[] body, uint? size = null)
    {
        _chunks.Write(Encoding.ASCII.GetBytes(id));
        _chunks.Write(BitConverter.GetBytes(size ?? (uint)body.Length));
        _chunks.Write(body);
        if (body.Length % 2 == 1)
        {
            _chunks.WriteByte(0);
        }

        return this;
    }

    public byte[] ToBytes() =>
        [.. Encoding.ASCII.GetBytes(form), .. BitConverter.GetBytes((uint)_chunks.Length + 4), .. "WAVE"u8, .. _chunks.ToArray()];
}
