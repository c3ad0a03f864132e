namespace Mpuc.Plugins.Audio.Tests;

/// <summary>Signals with known answers.</summary>
internal static class Signals
{
    public static float[] Tone(double frequency, int sampleRate, double seconds, double amplitude = 0.5) =>
        [
            .. Enumerable.Range(0, (int)Math.Round(sampleRate * seconds))
                .Select(n => (float)(amplitude * Math.Sin(2 * Math.PI * frequency * n / sampleRate))),
        ];

    public static float[] Noise(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 2) - 1))];
    }

    /// <summary>The amplitude of one frequency in a signal, by projection on its sine and cosine.</summary>
    public static double Amplitude(ReadOnlySpan<float> samples, double frequency, int sampleRate)
    {
        var (real, imaginary) = (0.0, 0.0);
        for (var n = 0; n < samples.Length; n++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * frequency * n / sampleRate);
            real += samples[n] * cosine;
            imaginary += samples[n] * sine;
        }

        return 2 * Math.Sqrt((real * real) + (imaginary * imaginary)) / samples.Length;
    }
}
