namespace Mpuc.Plugins.Audio.Reading.Wav;

/// <summary>Where the samples of a WAV file lie and what they are.</summary>
/// <param name="Format">The samples' format.</param>
/// <param name="DataStart">The offset of the first sample's first byte.</param>
/// <param name="DataLength">The number of bytes of samples, all of them present.</param>
/// <param name="Declared">The number of bytes that the header gives where the file belies it; null where they agree.</param>
internal readonly record struct WavLayout(WavFormat Format, long DataStart, long DataLength, long? Declared = null)
{
    /// <summary>The number of whole frames.</summary>
    public long Frames => DataLength / Format.BytesPerFrame;
}
