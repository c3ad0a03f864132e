namespace Mpuc.Plugins.Audio.Reading;

/// <summary>Mono samples.</summary>
/// <param name="Samples">Samples, full scale at -1 and 1.</param>
/// <param name="SampleRate">Samples per second.</param>
internal sealed record Waveform(float[] Samples, int SampleRate)
{
    /// <summary>Refuses samples that no microphone gives.</summary>
    /// <param name="path">The file, for the message.</param>
    /// <param name="firstSample">Where in the file the samples start.</param>
    /// <returns>The waveform itself.</returns>
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
                $"'{path}' holds {(float.IsNaN(Samples[index]) ? "NaN" : "an infinite value")} at sample {firstSample + index}; every sample must be a finite number.");
    }
}
