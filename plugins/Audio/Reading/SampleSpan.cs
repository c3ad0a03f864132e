namespace Mpuc.Plugins.Audio.Reading;

/// <summary>The part of a file's samples that a source means.</summary>
/// <param name="Length">The number of samples, at least 1.</param>
internal readonly record struct SampleSpan(long Start, int Length)
{
    /// <summary>Finds the span of a source. An end beyond the file's counts as the file's end.</summary>
    /// <param name="sampleRate">Samples per second in the file.</param>
    /// <exception cref="MpucException">Nothing of the file lies in the span, or it is too long.</exception>
    public static SampleSpan Of(ModalitySource source, long samples, int sampleRate, double maxSeconds)
    {
        if (samples == 0)
        {
            throw new MpucException($"'{source.Path}' has a header but no samples; record or copy it again.");
        }

        var start = (long)Math.Round(source.Start * sampleRate);
        var end = source.End is { } seconds ? Math.Min(samples, (long)Math.Round(seconds * sampleRate)) : samples;
        if (start >= samples)
        {
            throw new MpucException(
                $"'{source.Path}' lasts {(double)samples / sampleRate:0.###} s, so a recording cannot start at {source.Start:0.###} s "
                    + "in it.");
        }

        if (end <= start)
        {
            throw new MpucException(
                $"The part of '{source.Path}' from {source.Start:0.###} s to {source.End:0.###} s holds no sample; the end must lie "
                    + "after the start.");
        }

        var length = end - start;
        return length <= maxSeconds * sampleRate && length <= Array.MaxLength
            ? new SampleSpan(start, (int)length)
            : throw TooLong(source.Path, maxSeconds);
    }

    /// <summary>The error for a recording over the limit.</summary>
    public static MpucException TooLong(string path, double maxSeconds) => new(
        $"'{path}' is longer than {maxSeconds:0.###} s; cut it into parts with 'start' and 'end', or raise 'maxSeconds'.");
}
