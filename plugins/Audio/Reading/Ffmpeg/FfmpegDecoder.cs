using System.Buffers;
using Mpuc.Media.Ffmpeg;
using Mpuc.Plugins.Audio.Reading.Wav;
using Serilog;

namespace Mpuc.Plugins.Audio.Reading.Ffmpeg;

/// <summary>
/// Decodes the first audio track of any file that ffmpeg knows, in a child process that writes the samples of all channels to a pipe. They
/// are mixed down here, with the mean that a WAV file's channels become: ffmpeg's own mix makes two channels 3 dB louder and six 15 dB.
/// </summary>
/// <param name="logger">Told of what ffmpeg complains about without failing.</param>
internal sealed class FfmpegDecoder(ReadingOptions options, ILogger logger, string executable = "ffmpeg")
{
    private const int BlockSize = 1 << 18;

    /// <summary>Reads a recording.</summary>
    /// <returns>
    /// The samples at the file's own rate; sample k is heard k / rate seconds after the start of the file, or of the part of it.
    /// </returns>
    /// <exception cref="MpucException">
    /// ffmpeg is missing, cannot read the file, finds no samples or too many, or takes too long.
    /// </exception>
    public async Task<Waveform> ReadAsync(ModalitySource source, CancellationToken cancellationToken)
    {
        var command = new FfmpegCommand(source.Path, FfmpegArguments.For(source))
        {
            Program = executable,
            Medium = "audio",
            Timeout = options.DecodeTimeout,
        };
        FfmpegCommand.TellLimits(logger);
        using var process = FfmpegProcess.Start(command, cancellationToken);
        var waveform = await ReadSamplesAsync(process, source).ConfigureAwait(false);
        var outcome = await process.EndAsync().ConfigureAwait(false);
        outcome.RequireSuccess();
        if (waveform is not { Samples.Length: > 0 })
        {
            throw new MpucException(
                $"'{source.Path}' has no audio from {source.Start:0.###} s {(source.End is { } end ? $"to {end:0.###} s" : "on")}; "
                    + "check the file and the span.");
        }

        outcome.WarnOfDamage(logger);
        return waveform.RequireFinite(source.Path);
    }

    // Null where nothing came that can be read; the process's end says why.
    private async Task<Waveform?> ReadSamplesAsync(FfmpegProcess process, ModalitySource source)
    {
        if (await ReadHeaderAsync(process).ConfigureAwait(false) is not { } header)
        {
            return null;
        }

        var format = new WavFormat(WavEncoding.Float, header.Channels, header.SampleRate, sizeof(float), IsBigEndian: true)
            .RequireRate(source.Path);
        var limit = (long)(options.MaxSeconds * header.SampleRate);
        var (mono, power) = (new ArrayBufferWriter<float>(BlockSize), 0.0);
        var block = new byte[Math.Max(1, BlockSize / format.BytesPerFrame) * format.BytesPerFrame];
        while (await process.ReadFullAsync(block).ConfigureAwait(false) / format.BytesPerFrame is > 0 and var frames)
        {
            power += SampleDecoder.Decode(block.AsSpan(0, frames * format.BytesPerFrame), format, mono.GetSpan(frames)[..frames]);
            mono.Advance(frames);
            if (mono.WrittenCount > limit)
            {
                throw SampleSpan.TooLong(source.Path, options.MaxSeconds);
            }
        }

        return new Waveform(mono.WrittenSpan.ToArray(), header.SampleRate) { ChannelPower = power / Math.Max(1, mono.WrittenCount) };
    }

    private static async Task<AuHeader?> ReadHeaderAsync(FfmpegProcess process)
    {
        var bytes = new byte[AuHeader.Size];
        if (await process.ReadFullAsync(bytes).ConfigureAwait(false) < bytes.Length || AuHeader.TryRead(bytes) is not { } header)
        {
            return null;
        }

        await process.ReadFullAsync(new byte[header.Offset - AuHeader.Size]).ConfigureAwait(false);
        return header;
    }
}
