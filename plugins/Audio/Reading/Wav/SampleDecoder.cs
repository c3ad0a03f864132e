namespace Mpuc.Plugins.Audio.Reading.Wav;

/// <summary>
/// Turns the bytes of frames into mono samples, full scale at -1 and 1. This is the one rule of mixing down, whoever decoded the frames:
/// the mean of all channels, none of them weighted.
/// </summary>
internal static class SampleDecoder
{
    /// <summary>Decodes whole frames and takes the mean of their channels.</summary>
    /// <param name="bytes">The frames; their bytes are put in this machine's order.</param>
    public static double Decode(Span<byte> bytes, WavFormat format, Span<float> mono)
    {
        if (format.IsBigEndian)
        {
            for (var sample = bytes; sample.Length >= format.BytesPerSample; sample = sample[format.BytesPerSample..])
            {
                sample[..format.BytesPerSample].Reverse();
            }
        }

        return (format.Encoding, format.BytesPerSample) switch
        {
            (WavEncoding.Integer, 1) => Decode<Unsigned8>(bytes, format.Channels, mono),
            (WavEncoding.Integer, 2) => Decode<Signed16>(bytes, format.Channels, mono),
            (WavEncoding.Integer, 3) => Decode<Signed24>(bytes, format.Channels, mono),
            (WavEncoding.Integer, 4) => Decode<Signed32>(bytes, format.Channels, mono),
            (WavEncoding.Float, 4) => Decode<Float32>(bytes, format.Channels, mono),
            (WavEncoding.Float, 8) => Decode<Float64>(bytes, format.Channels, mono),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "The header reader gives ffmpeg every other format."),
        };
    }

    private static double Decode<T>(ReadOnlySpan<byte> bytes, int channels, Span<float> mono)
        where T : struct, ISampleFormat
    {
        var power = 0.0;
        if (channels == 1)
        {
            for (var frame = 0; frame < mono.Length; frame++)
            {
                var sample = T.Read(bytes[(frame * T.Size)..]);
                mono[frame] = (float)sample;
                power += sample * sample;
            }

            return power;
        }

        for (var frame = 0; frame < mono.Length; frame++)
        {
            var (sum, squares) = (0.0, 0.0);
            for (var channel = 0; channel < channels; channel++)
            {
                var sample = T.Read(bytes);
                sum += sample;
                squares += sample * sample;
                bytes = bytes[T.Size..];
            }

            mono[frame] = (float)(sum / channels);
            power += squares / channels;
        }

        return power;
    }
}

/// <summary>The sample types that are read without ffmpeg; the values are the format tags of the file's <c>fmt </c> chunk.</summary>
internal enum WavEncoding
{
    /// <summary>Integers: 8 bits unsigned, or 16, 24 or 32 bits signed.</summary>
    Integer = 1,

    /// <summary>IEEE 754 numbers of 32 or 64 bits.</summary>
    Float = 3,
}
