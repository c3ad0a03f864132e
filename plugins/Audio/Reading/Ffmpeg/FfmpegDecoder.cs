using System.Buffers;
using System.Runtime.InteropServices;
using Mpuc.Media.Ffmpeg;
using Serilog;

namespace Mpuc.Plugins.Audio.Reading.Ffmpeg;

/// <summary>Decodes the first audio track of any file that ffmpeg knows, in a child process that writes raw samples to a pipe.</summary>
/// <param name="options">The rate and the limits.</param>
/// <param name="logger">Told of what ffmpeg complains about without failing.</param>
/// <param name="executable">The program to run.</param>
internal sealed class FfmpegDecoder(ReadingOptions options, ILogger logger, string executable = "ffmpeg")
{
    private const int BlockSize = 1 << 16;

    /// <summary>Reads a recording.</summary>
    /// <param name="source">The file, or the part of a file, to read.</param>
    /// <param name="cancellationToken">Ends the process and the reading.</param>
    /// <returns>The samples at <see cref="ReadingOptions.SampleRate"/>.</returns>
    /// <exception cref="MpucException">ffmpeg is missing, cannot read the file, finds no samples or too many, or takes too long.</exception>
    public async Task<Waveform> ReadAsync(ModalitySource source, CancellationToken cancellationToken)
    {
        var command = new FfmpegCommand(source.Path, FfmpegArguments.For(source, options.SampleRate))
        {
            Program = executable,
            Medium = "audio",
            Timeout = options.DecodeTimeout,
        };
        FfmpegCommand.TellLimits(logger);
        using var process = FfmpegProcess.Start(command, cancellationToken);
        var samples = await ReadSamplesAsync(process, source).ConfigureAwait(false);
        var outcome = await process.EndAsync().ConfigureAwait(false);
        outcome.RequireSuccess();
        if (samples.Length == 0)
        {
            throw new MpucException(
                $"'{source.Path}' has no audio from {source.Start:0.###} s {(source.End is { } end ? $"to {end:0.###} s" : "on")}; check the file and the span.");
        }

        outcome.WarnOfDamage(logger);
        return new Waveform(samples, options.SampleRate).RequireFinite(source.Path);
    }

    private async Task<float[]> ReadSamplesAsync(FfmpegProcess process, ModalitySource source)
    {
        var limit = (long)(options.MaxSeconds * options.SampleRate) * sizeof(float);
        var bytes = new ArrayBufferWriter<byte>(BlockSize);
        while (await process.ReadAsync(bytes.GetMemory(BlockSize)).ConfigureAwait(false) is > 0 and var count)
        {
            bytes.Advance(count);
            if (bytes.WrittenCount > limit)
            {
                throw SampleSpan.TooLong(source.Path, options.MaxSeconds);
            }
        }

        return MemoryMarshal.Cast<byte, float>(bytes.WrittenSpan).ToArray();
    }
}
