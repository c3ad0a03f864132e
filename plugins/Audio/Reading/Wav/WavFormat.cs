namespace Mpuc.Plugins.Audio.Reading.Wav;

/// <summary>How the samples of a WAV file are stored.</summary>
/// <param name="Encoding">The type of a sample.</param>
/// <param name="Channels">Channels per frame, at least 1.</param>
/// <param name="SampleRate">Frames per second, at least 1.</param>
/// <param name="BytesPerSample">Bytes per sample of one channel.</param>
internal readonly record struct WavFormat(WavEncoding Encoding, int Channels, int SampleRate, int BytesPerSample)
{
    /// <summary>Bytes per frame: one sample of each channel.</summary>
    public int BytesPerFrame => Channels * BytesPerSample;
}
