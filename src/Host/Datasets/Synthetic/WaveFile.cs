using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Mpuc.Host.Datasets.Synthetic;

/// <summary>Writes sound as RIFF WAVE: 16-bit PCM, mono.</summary>
internal static class WaveFile
{
    private const int HeaderSize = 44;

    /// <summary>Writes a file.</summary>
    /// <param name="path">The file; replaced where it exists.</param>
    /// <param name="sampleRate">Samples per second.</param>
    public static void Write(string path, ReadOnlySpan<short> samples, int sampleRate)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        var dataSize = samples.Length * sizeof(short);
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], HeaderSize - 8 + dataSize);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], sampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], sampleRate * sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 8 * sizeof(short));
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], dataSize);
        using var file = File.Create(path);
        file.Write(header);
        file.Write(MemoryMarshal.AsBytes(samples));
    }
}
