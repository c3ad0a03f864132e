using System.Buffers;

namespace Mpuc.Plugins.Audio.Reading.Wav;

/// <summary>Reads WAV files of uncompressed samples, downmixed to the mean of their channels.</summary>
internal static class WavReader
{
    private const int FramesPerBlock = 1 << 14;

    /// <summary>Reads a recording.</summary>
    /// <returns>The samples at the file's own rate; null if the file needs ffmpeg.</returns>
    /// <exception cref="MpucException">The file is a damaged WAV file, or the source's span holds nothing or too much.</exception>
    public static Waveform? TryRead(ModalitySource source, double maxSeconds, CancellationToken cancellationToken)
    {
        // The blocks below are large; a buffer of the stream's own would only copy.
        using var file = new FileStream(source.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        if (WavHeaderReader.TryRead(file, source.Path) is not { } layout)
        {
            return null;
        }

        var span = SampleSpan.Of(source, layout.Frames, layout.Format.SampleRate, maxSeconds);
        var samples = new float[span.Length];
        file.Position = layout.DataStart + (span.Start * layout.Format.BytesPerFrame);
        var power = ReadSamples(file, layout.Format, samples, cancellationToken);
        return new Waveform(samples, layout.Format.SampleRate)
        {
            ChannelPower = power / samples.Length,
            Doubt = layout.Declared is { } declared
                ? $"its header says {declared} bytes of samples and {layout.DataLength} are there; all are read, as from a program that "
                    + "could not go back to put the size in its place"
                : null,
        }.RequireFinite(source.Path, span.Start);
    }

    private static double ReadSamples(FileStream file, WavFormat format, Span<float> samples, CancellationToken cancellationToken)
    {
        var power = 0.0;
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(samples.Length, FramesPerBlock) * format.BytesPerFrame);
        try
        {
            while (samples.Length > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var frames = Math.Min(samples.Length, FramesPerBlock);
                var block = buffer.AsSpan(0, frames * format.BytesPerFrame);
                file.ReadExactly(block);
                power += SampleDecoder.Decode(block, format, samples[..frames]);
                samples = samples[frames..];
            }

            return power;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
