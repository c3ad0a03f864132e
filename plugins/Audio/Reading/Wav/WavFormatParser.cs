using System.Buffers.Binary;

namespace Mpuc.Plugins.Audio.Reading.Wav;

/// <summary>Reads the <c>fmt </c> chunk: WAVEFORMATEX, or WAVEFORMATEXTENSIBLE, whose sub-format starts with a format tag.</summary>
internal static class WavFormatParser
{
    private const int ExtensibleTag = 0xFFFE;
    private const int ExtensibleSize = 40;
    private const int SubFormatOffset = 24;

    // Below, no voice is left; above, no converter reaches. The work of resampling grows with the ratio of the rates.
    private const int LowestRate = 1000;
    private const int HighestRate = 768_000;

    /// <summary>Parses the chunk.</summary>
    /// <param name="chunk">The chunk's body, at least 16 bytes.</param>
    /// <param name="path">The file, for messages.</param>
    /// <returns>The format, or null for one that only ffmpeg decodes (A-law, ADPCM, MP3 in WAV ...).</returns>
    /// <exception cref="MpucException">The format contradicts itself.</exception>
    public static WavFormat? TryParse(ReadOnlySpan<byte> chunk, string path)
    {
        int tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        if (tag == ExtensibleTag && chunk.Length >= ExtensibleSize)
        {
            tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk[SubFormatOffset..]);
        }

        if (tag is not ((int)WavEncoding.Integer or (int)WavEncoding.Float))
        {
            return null;
        }

        int channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
        var sampleRate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        int bytesPerFrame = BinaryPrimitives.ReadUInt16LittleEndian(chunk[12..]);
        if (channels == 0 || sampleRate is 0 or > int.MaxValue || bytesPerFrame == 0 || bytesPerFrame % channels != 0)
        {
            throw new MpucException(
                $"'{path}' is damaged: its header says {channels} channels, {sampleRate} samples per second and {bytesPerFrame} bytes per frame.");
        }

        if (sampleRate is < LowestRate or > HighestRate)
        {
            throw new MpucException(
                $"'{path}' says {sampleRate} samples per second, which no recording has; its header is damaged, for there are {LowestRate} to {HighestRate}.");
        }

        // The container's size counts: 20 bits of sound in 3 bytes are 24 bits whose last four are zero.
        var format = new WavFormat((WavEncoding)tag, channels, (int)sampleRate, bytesPerFrame / channels);
        return (format.Encoding, format.BytesPerSample) is (WavEncoding.Integer, >= 1 and <= 4) or (WavEncoding.Float, 4 or 8) ? format : null;
    }
}
