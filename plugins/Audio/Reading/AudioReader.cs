using System.Collections.Concurrent;
using System.Globalization;
using Mpuc.Media;
using Mpuc.Plugins.Audio.Reading.Ffmpeg;
using Mpuc.Plugins.Audio.Reading.Wav;
using Mpuc.Plugins.Audio.Resampling;
using Serilog;

namespace Mpuc.Plugins.Audio.Reading;

/// <summary>Turns any recording into mono samples of one rate: plain WAV directly, everything else through ffmpeg.</summary>
internal sealed class AudioReader(ReadingOptions options, ILogger logger)
{
    private const int MaxResamplers = 16;

    private readonly FfmpegDecoder _ffmpeg = new(options, logger);
    private readonly ConcurrentDictionary<int, Resampler> _resamplers = new();

    /// <summary>Reads a recording.</summary>
    /// <returns>At least one sample, all finite, at <see cref="ReadingOptions.SampleRate"/>.</returns>
    /// <exception cref="MpucException">The source is missing, damaged, empty or too long.</exception>
    public async Task<float[]> ReadAsync(ModalitySource source, CancellationToken cancellationToken)
    {
        RecordingFile.Require(source, "An audio recording");
        cancellationToken.ThrowIfCancellationRequested();
        var waveform = ReadWav(source, cancellationToken)
            ?? await _ffmpeg.ReadAsync(source, cancellationToken).ConfigureAwait(false);
        Warn(source, waveform);
        return Resample(waveform, cancellationToken);
    }

    private void Warn(ModalitySource source, Waveform waveform)
    {
        if (waveform.Doubt is { } doubt)
        {
            logger.Warning("The size in {Path} is not right: {Doubt:l}.", source.Path, doubt);
        }

        if (waveform.DescribeSilence() is { } silence)
        {
            logger.Warning("There is nothing to hear in {Path}{Part:l}: {Reason:l}.", source.Path, Part(source), silence);
        }
    }

    private static string Part(ModalitySource source) => source.Start <= 0 && source.End is null ? string.Empty
        : string.Create(
            CultureInfo.InvariantCulture, $" from {source.Start:0.###} s {(source.End is { } end ? $"to {end:0.###} s" : "on")}");

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
        if (_resamplers.Count >= MaxResamplers)
        {
            _resamplers.Clear();
        }

        return _resamplers.GetOrAdd(waveform.SampleRate, rate => new Resampler(rate, options.SampleRate))
            .Resample(waveform.Samples, cancellationToken);
    }
}
