using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace TorchSharpPeer.Measurements;

/// <summary>WAV files of one channel, 16 bits and 16 kHz.</summary>
internal static class WaveFile
{
    public const int Rate = 16000;

    private const int RiffHeader = 12;
    private const int ChunkHeader = 8;

    private static readonly Scalar Greatest = 32768;

    /// <summary>Reads the samples.</summary>
    /// <returns>Samples in [-1, 1), <c>[N]</c>.</returns>
    public static Tensor Read(string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        var position = RiffHeader;
        while (!bytes.Slice(position, 4).SequenceEqual("data"u8))
        {
            position += ChunkHeader + BitConverter.ToInt32(bytes[(position + 4)..]);
        }

        var data = bytes.Slice(position + ChunkHeader, BitConverter.ToInt32(bytes[(position + 4)..]));
        return tensor(MemoryMarshal.Cast<byte, short>(data).ToArray()).to(ScalarType.Float32) / Greatest;
    }

    /// <summary>Writes white noise to a temporary file.</summary>
    /// <returns>Its path.</returns>
    public static string WriteNoise(int seconds)
    {
        var samples = new byte[seconds * Rate * 2];
        new Random(0).NextBytes(samples);
        var path = Path.Combine(Path.GetTempPath(), $"torchsharp-peer-{Environment.ProcessId}.wav");
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write("RIFF"u8);
        writer.Write(36 + samples.Length);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(Rate);
        writer.Write(Rate * 2);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(samples.Length);
        writer.Write(samples);
        return path;
    }
}
