using System.Text;

namespace Mpuc.EndToEnd.Tests;

/// <summary>Writes mono WAV files (RIFF, 16 kHz).</summary>
internal static class WaveFile
{
    private const int SampleRate = 16000;

    /// <summary>A tone as 16-bit integers.</summary>
    public static byte[] Tone(double hertz, double seconds)
    {
        var samples = Enumerable.Range(0, (int)(seconds * SampleRate))
            .Select(sample => Math.Sin(2 * Math.PI * hertz * sample / SampleRate));
        return File(1, 16, samples.SelectMany(sample => BitConverter.GetBytes((short)(sample * 12000))).ToArray());
    }

    /// <summary>A second of 32-bit floating-point zeros, one of which is not a number.</summary>
    public static byte[] WithNaN()
    {
        var samples = new float[SampleRate];
        samples[SampleRate / 2] = float.NaN;
        return File(3, 32, samples.SelectMany(BitConverter.GetBytes).ToArray());
    }

    private static byte[] File(short format, short bits, byte[] samples)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var frame = (short)(bits / 8);
        writer.Write(Encoding.ASCII.GetBytes("RIFF"));
        writer.Write(36 + samples.Length);
        writer.Write(Encoding.ASCII.GetBytes("WAVEfmt "));
        writer.Write(16);
        writer.Write(format);
        writer.Write((short)1);
        writer.Write(SampleRate);
        writer.Write(SampleRate * frame);
        writer.Write(frame);
        writer.Write(bits);
        writer.Write(Encoding.ASCII.GetBytes("data"));
        writer.Write(samples.Length);
        writer.Write(samples);
        return stream.ToArray();
    }
}
