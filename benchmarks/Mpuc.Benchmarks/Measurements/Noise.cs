using System.Buffers.Binary;

namespace Mpuc.Benchmarks.Measurements;

/// <summary>Sound of no meaning: white noise, one channel, 16 bits, 16 kHz.</summary>
internal static class Noise
{
    private const int Rate = 16000;

    /// <summary>Writes a WAV file among the temporary ones and returns its path.</summary>
    public static string Write(int seconds)
    {
        var samples = new byte[seconds * Rate * 2];
        new Random(0).NextBytes(samples);
        var header = new byte[44];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), 36 + samples.Length);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(34), 16);
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(40), samples.Length);
        var path = Path.Combine(Path.GetTempPath(), $"mpuc-benchmark-{seconds}s-{Environment.ProcessId}.wav");
        File.WriteAllBytes(path, [.. header, .. samples]);
        return path;
    }
}
