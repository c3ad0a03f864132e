using System.Collections.Concurrent;
using Mpuc.Media;
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
    private const int MostResamplers = 16;

    private readonly FfmpegDecoder _ffmpeg = new(options, logger);
    private readonly ConcurrentDictionary<int, Resampler> _resamplers = new();

    /// <summary>Reads a recording.</summary>
    /// <param name="source">The file, or the part of a file, to read.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>At least one sample, all finite, at <see cref="ReadingOptions.SampleRate"/>.</returns>
    /// <exception cref="MpucException">The source is missing, damaged, empty or too long.</exception>
    public async Task<float[]> ReadAsync(ModalitySource source, CancellationToken cancellationToken)
    {
        RecordingFile.Require(source, "An audio recording");
        cancellationToken.ThrowIfCancellationRequested();
        var waveform = ReadWav(source, cancellationToken)
            ?? await _ffmpeg.ReadAsync(source, cancellationToken).ConfigureAwait(false);
        return Resample(waveform, cancellationToken);
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

    private float[] Resample(Waveform waveform, CancellationToken cancellationToken)
    {
        if (waveform.SampleRate == options.SampleRate)
        {
            return waveform.Samples;
        }

        // A data set has a few rates; whoever sends files of ever new ones must not fill the memory with their tables.
        if (_resamplers.Count >= MostResamplers)
        {
            _resamplers.Clear();
        }

        return _resamplers.GetOrAdd(waveform.SampleRate, rate => new Resampler(rate, options.SampleRate)).Resample(waveform.Samples, cancellationToken);
    }
}
