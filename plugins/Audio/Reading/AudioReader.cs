using System.Collections.Concurrent;
using Mpuc.Plugins.Audio.Reading.Ffmpeg;
using Mpuc.Plugins.Audio.Reading.Wav;
using Mpuc.Plugins.Audio.Resampling;
using Serilog;

namespace Mpuc.Plugins.Audio.Reading;

/// <summary>Turns any recording into mono samples of one rate: plain WAV directly, everything else through ffmpeg.</summary>
/// <param name="options">The rate and the limits.</param>
/// <param name="logger">Told of what ffmpeg complains about without failing.</param>
internal sealed class AudioReader(ReadingOptions options, ILogger logger)
{
    private readonly FfmpegDecoder _ffmpeg = new(options, logger);
    private readonly ConcurrentDictionary<int, Resampler> _resamplers = new();

    /// <summary>Reads a recording.</summary>
    /// <param name="source">The file, or the part of a file, to read.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>At least one sample, all finite, at <see cref="ReadingOptions.SampleRate"/>.</returns>
    /// <exception cref="MpucException">The source is missing, damaged, empty or too long.</exception>
    public async Task<float[]> ReadAsync(ModalitySource source, CancellationToken cancellationToken)
    {
        RequireFile(source);
        cancellationToken.ThrowIfCancellationRequested();
        var waveform = ReadWav(source, cancellationToken)
            ?? await _ffmpeg.ReadAsync(source, cancellationToken).ConfigureAwait(false);
        return Resample(waveform, cancellationToken);
    }

    private static void RequireFile(ModalitySource source)
    {
        if (source.Key is not null)
        {
            throw new MpucException($"An audio recording is a whole file or a span of one, not the row '{source.Key}' of the table '{source.Path}'.");
        }

        if (source.Start < 0)
        {
            throw new MpucException($"A recording cannot start at {source.Start:0.###} s in '{source.Path}'; the start must be at least 0.");
        }

        var file = new FileInfo(source.Path);
        if (!file.Exists)
        {
            throw new MpucException(
                Directory.Exists(source.Path) ? $"'{source.Path}' is a folder, not a recording." : $"The recording '{source.Path}' does not exist.");
        }

        if (file.Length == 0)
        {
            throw new MpucException($"'{source.Path}' is empty (0 bytes); record or copy it again.");
        }
    }

    private Waveform? ReadWav(ModalitySource source, CancellationToken cancellationToken)
    {
        try
        {
            return WavReader.TryRead(source, options.MaxSeconds, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"'{source.Path}' cannot be read: {exception.Message}", exception);
        }
    }

    private float[] Resample(Waveform waveform, CancellationToken cancellationToken) =>
        waveform.SampleRate == options.SampleRate
            ? waveform.Samples
            : _resamplers.GetOrAdd(waveform.SampleRate, rate => new Resampler(rate, options.SampleRate)).Resample(waveform.Samples, cancellationToken);
}
