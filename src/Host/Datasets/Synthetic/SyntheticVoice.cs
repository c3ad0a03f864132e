using Mpuc.Host.Data;

namespace Mpuc.Host.Datasets.Synthetic;

/// <summary>
/// Renders a recording's voice: harmonics of a gliding pitch under a spectral envelope, in syllables, with some noise. The envelope has two
/// bands per latent dimension, evenly spaced in mel: one whose level the latent sets, one whose level is drawn at random.
/// </summary>
internal static class SyntheticVoice
{
    /// <summary>Samples per second.</summary>
    public const int SampleRate = 16_000;

    private const double DecibelsPerUnit = 3;
    private const double LowestBand = 300;
    private const double HighestBand = 6000;
    private const double Loudness = 0.05;

    /// <summary>The number of bands of the envelope.</summary>
    public static int BandCount(SyntheticOptions options) => 2 * options.Classes;

    /// <summary>Renders a clip.</summary>
    /// <returns>16-bit samples, mono.</returns>
    public static short[] Render(SyntheticOptions options, SyntheticRecording recording, SyntheticSpeaker speaker)
    {
        var random = StableRandom.For(options.Seed, "synthetic", "voice", recording.Id);
        double[] levels = [.. Enumerable.Range(0, BandCount(options)).Select(band => speaker.Resonances[band]
            + (DecibelsPerUnit * (band % 2 == 0 ? recording.Voice[band / 2] : options.Nuisance * random.NextNormal())))];
        var amplitudes = Harmonics(speaker, levels);
        var samples = new double[(int)Math.Round(options.Seconds * SampleRate)];
        var (glide, glideRate, glidePhase) = (0.06 * random.NextDouble(), 0.3 + (1.5 * random.NextDouble()), Turn(ref random));
        var (syllableRate, syllablePhase) = (2 + (3 * random.NextDouble()), Turn(ref random));
        var phase = Turn(ref random);
        for (var i = 0; i < samples.Length; i++)
        {
            var time = (double)i / SampleRate;
            phase += 2 * Math.PI * speaker.Pitch / SampleRate * (1 + (glide * Math.Sin((2 * Math.PI * glideRate * time) + glidePhase)));
            var syllable = 0.55 + (0.45 * Math.Sin((2 * Math.PI * syllableRate * time) + syllablePhase));
            samples[i] = syllable * SumOfSines(amplitudes, phase);
        }

        return Quantize(samples, ref random);
    }

    private static double[] Harmonics(SyntheticSpeaker speaker, double[] levels)
    {
        var count = (int)(0.45 * SampleRate / (speaker.Pitch * 1.06));
        return [.. Enumerable.Range(1, count).Select(number =>
        {
            var frequency = number * speaker.Pitch;
            var level = speaker.Tilt * Math.Log2(frequency / LowestBand);
            for (var band = 0; band < levels.Length; band++)
            {
                var distance = (Mel(frequency) - Centre(band, levels.Length)) / ((Centre(1, levels.Length) - Centre(0, levels.Length)) / 2);
                level += levels[band] * Math.Exp(-0.5 * distance * distance);
            }

            return Math.Pow(10, level / 20);
        })];
    }

    private static double Mel(double frequency) => 2595 * Math.Log10(1 + (frequency / 700));

    private static double Centre(int band, int bands) => Mel(LowestBand) + ((Mel(HighestBand) - Mel(LowestBand)) * band / (bands - 1));

    // Sines of the multiples of an angle by Chebyshev's recurrence: one sine and one cosine per sample instead of one per harmonic.
    private static double SumOfSines(double[] amplitudes, double phase)
    {
        var twice = 2 * Math.Cos(phase);
        var (before, current, sum) = (0.0, Math.Sin(phase), 0.0);
        foreach (var amplitude in amplitudes)
        {
            sum += amplitude * current;
            (before, current) = (current, (twice * current) - before);
        }

        return sum;
    }

    private static short[] Quantize(double[] samples, ref StableRandom random)
    {
        var scale = Loudness * Math.Pow(10, random.NextNormal() * 3 / 20) / Math.Sqrt(samples.Average(sample => sample * sample));
        var quantized = new short[samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            var noisy = (scale * samples[i]) + (Loudness * 0.01 * random.NextNormal());
            quantized[i] = (short)Math.Round(short.MaxValue * Math.Clamp(noisy, -1, 1));
        }

        return quantized;
    }

    private static double Turn(ref StableRandom random) => 2 * Math.PI * random.NextDouble();
}
