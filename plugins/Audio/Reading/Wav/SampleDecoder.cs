namespace Mpuc.Plugins.Audio.Reading.Wav;

/// <summary>Turns the bytes of WAV frames into mono samples, full scale at -1 and 1.</summary>
internal static class SampleDecoder
{
    /// <summary>Decodes whole frames and takes the mean of their channels.</summary>
    /// <param name="bytes">The frames.</param>
    /// <param name="format">Their format.</param>
    /// <param name="mono">One sample per frame.</param>
    public static void Decode(ReadOnlySpan<byte> bytes, WavFormat format, Span<float> mono)
    {
        switch (format.Encoding, format.BytesPerSample)
        {
            case (WavEncoding.Integer, 1):
                Decode<Unsigned8>(bytes, format.Channels, mono);
                break;
            case (WavEncoding.Integer, 2):
                Decode<Signed16>(bytes, format.Channels, mono);
                break;
            case (WavEncoding.Integer, 3):
                Decode<Signed24>(bytes, format.Channels, mono);
                break;
            case (WavEncoding.Integer, 4):
                Decode<Signed32>(bytes, format.Channels, mono);
                break;
            case (WavEncoding.Float, 4):
                Decode<Float32>(bytes, format.Channels, mono);
                break;
            case (WavEncoding.Float, 8):
                Decode<Float64>(bytes, format.Channels, mono);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "The header reader gives ffmpeg every other format.");
        }
    }

    private static void Decode<T>(ReadOnlySpan<byte> bytes, int channels, Span<float> mono)
        where T : struct, ISampleFormat
    {
        if (channels == 1)
        {
            for (var frame = 0; frame < mono.Length; frame++)
            {
                mono[frame] = (float)T.Read(bytes[(frame * T.Size)..]);
            }

            return;
        }

        for (var frame = 0; frame < mono.Length; frame++)
        {
            var sum = 0.0;
            for (var channel = 0; channel < channels; channel++)
            {
                sum += T.Read(bytes);
                bytes = bytes[T.Size..];
            }

            mono[frame] = (float)(sum / channels);
        }
    }
}
