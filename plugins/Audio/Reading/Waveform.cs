namespace Mpuc.Plugins.Audio.Reading;

/// <summary>Mono samples.</summary>
/// <param name="Samples">Samples, full scale at -1 and 1.</param>
/// <param name="SampleRate">Samples per second.</param>
internal sealed record Waveform(float[] Samples, int SampleRate)
{
    // -80 dB of full scale: below the noise of any microphone and room, above the rounding of lossy coders.
    private const double MinPower = 1e-8;

    // Of the channels' mean power 30 dB less; channels that have nothing in common lose 10 log10 of their number.
    private const double MinShare = 1e-3;

    /// <summary>
    /// The mean square of the channels that the samples are the mean of; that of the samples themselves where there was one.
    /// </summary>
    public double ChannelPower { get; init; }

    /// <summary>What is wrong with a file that was read all the same; null for nothing.</summary>
    public string? Doubt { get; init; }

    /// <summary>Says why there is nothing to hear.</summary>
    /// <returns>A reason that follows the file's name; null where there is something.</returns>
    public string? DescribeSilence()
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (double sample in Samples)
        {
            sum += sample;
            squares += sample * sample;
        }

        var (mean, power) = (sum / Samples.Length, squares / Samples.Length);
        return ChannelPower > MinPower && power < MinShare * ChannelPower
            ? "its channels cancel each other: they hold the same sound with opposite signs, and their mean is all but silent; keep one "
                + "of them"
            : power - (mean * mean) < MinPower ? "it is silent: nothing in it is louder than -80 dB of full scale" : null;
    }

    /// <summary>Refuses samples that no microphone gives.</summary>
    /// <param name="firstSample">Where in the file the samples start.</param>
    /// <exception cref="MpucException">A sample is not a finite number.</exception>
    public Waveform RequireFinite(string path, long firstSample = 0)
    {
        // A loop rather than Array.FindIndex: every sample of a data set passes here.
        var index = 0;
        while (index < Samples.Length && float.IsFinite(Samples[index]))
        {
            index++;
        }

        return index == Samples.Length
            ? this
            : throw new MpucException(
                $"'{path}' holds {(float.IsNaN(Samples[index]) ? "NaN" : "an infinite value")} at sample {firstSample + index}; every "
                    + "sample must be a finite number.");
    }
}
