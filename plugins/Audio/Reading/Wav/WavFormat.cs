namespace Mpuc.Plugins.Audio.Reading.Wav;

/// <summary>How samples are stored.</summary>
/// <param name="Channels">Channels per frame, at least 1.</param>
/// <param name="SampleRate">Frames per second, at least 1.</param>
/// <param name="BytesPerSample">Bytes per sample of one channel.</param>
/// <param name="IsBigEndian">Whether a sample's highest byte comes first, as in RIFX.</param>
internal readonly record struct WavFormat(WavEncoding Encoding, int Channels, int SampleRate, int BytesPerSample, bool IsBigEndian = false)
{
    // Below, no voice is left; above, no converter reaches. The work of resampling grows with the ratio of the rates.
    private const int LowestRate = 1000;
    private const int HighestRate = 768_000;

    /// <summary>Bytes per frame: one sample of each channel.</summary>
    public int BytesPerFrame => Channels * BytesPerSample;

    /// <summary>Refuses a rate that no recording has.</summary>
    /// <exception cref="MpucException">The rate is below 1000 or above 768,000.</exception>
    public WavFormat RequireRate(string path) => SampleRate is >= LowestRate and <= HighestRate
        ? this
        : throw new MpucException(
            $"'{path}' says {SampleRate} samples per second, which no recording has; its header is damaged, for there are {LowestRate} "
                + $"to {HighestRate}.");
}
