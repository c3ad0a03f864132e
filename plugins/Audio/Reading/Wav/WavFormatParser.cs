namespace Mpuc.Plugins.Audio.Reading.Wav;

/// <summary>Reads the <c>fmt </c> chunk: WAVEFORMATEX, or WAVEFORMATEXTENSIBLE, whose sub-format starts with a format tag.</summary>
internal static class WavFormatParser
{
    private const int ExtensibleTag = 0xFFFE;
    private const int ExtensibleSize = 40;
    private const int SubFormatOffset = 24;

    /// <summary>Parses the chunk.</summary>
    /// <param name="chunk">The chunk's body, at least 16 bytes.</param>
    /// <param name="order">The file's byte order.</param>
    /// <returns>The format, or null for one that only ffmpeg decodes (A-law, ADPCM, MP3 in WAV ...).</returns>
    /// <exception cref="MpucException">The format contradicts itself.</exception>
    public static WavFormat? TryParse(ReadOnlySpan<byte> chunk, RiffByteOrder order, string path)
    {
        int tag = order.ReadUInt16(chunk);
        if (tag == ExtensibleTag && chunk.Length >= ExtensibleSize)
        {
            tag = order.ReadUInt16(chunk[SubFormatOffset..]);
        }

        if (tag is not ((int)WavEncoding.Integer or (int)WavEncoding.Float))
        {
            return null;
        }

        int channels = order.ReadUInt16(chunk[2..]);
        var sampleRate = order.ReadUInt32(chunk[4..]);
        int bytesPerFrame = order.ReadUInt16(chunk[12..]);
        if (channels == 0 || sampleRate is 0 or > int.MaxValue || bytesPerFrame == 0 || bytesPerFrame % channels != 0)
        {
            throw new MpucException(
                $"'{path}' is damaged: its header says {channels} channels, {sampleRate} samples per second and {bytesPerFrame} bytes "
                    + "per frame.");
        }

        // The container's size counts: 20 bits of sound in 3 bytes are 24 bits whose last four are zero.
        var format = new WavFormat((WavEncoding)tag, channels, (int)sampleRate, bytesPerFrame / channels, order.IsBigEndian)
            .RequireRate(path);
        return (format.Encoding, format.BytesPerSample) is (WavEncoding.Integer, >= 1 and <= 4) or (WavEncoding.Float, 4 or 8)
            ? format
            : null;
    }
}
