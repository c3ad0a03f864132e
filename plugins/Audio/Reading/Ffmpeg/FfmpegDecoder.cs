using System.Buffers;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Serilog;

namespace Mpuc.Plugins.Audio.Reading.Ffmpeg;

/// <summary>
/// Decodes the first audio track of any file that ffmpeg knows, in a child process that writes raw samples to a pipe. No shell is involved, and the
/// process is ended when reading is cancelled, fails or takes too long.
/// </summary>
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
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.DecodeTimeout);
        using var process = Start(source);
        try
        {
            var complaint = FfmpegComplaint.ReadAsync(process.StandardError, source.Path, deadline.Token);
            var samples = await ReadSamplesAsync(process.StandardOutput.BaseStream, source, deadline.Token).ConfigureAwait(false);
            await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            Check(source, process.ExitCode, samples.Length, await complaint.ConfigureAwait(false));
            return new Waveform(samples, options.SampleRate).RequireFinite(source.Path);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MpucException(
                $"ffmpeg did not finish reading '{source.Path}' within {options.DecodeTimeout.TotalSeconds:0.###} s; raise 'decodeTimeout' if the file is this large.",
                exception);
        }
        finally
        {
            End(process);
        }
    }

    private Process Start(ModalitySource source)
    {
        var start = new ProcessStartInfo(executable, FfmpegArguments.For(source, options.SampleRate))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new MpucException(
                $"'{source.Path}' is not a plain WAV file, so reading it needs ffmpeg, which was not found on the PATH; install it (Debian: apt-get install ffmpeg).",
                exception);
        }
    }

    private async Task<float[]> ReadSamplesAsync(Stream pipe, ModalitySource source, CancellationToken cancellationToken)
    {
        var limit = (long)(options.MaxSeconds * options.SampleRate) * sizeof(float);
        var bytes = new ArrayBufferWriter<byte>(BlockSize);
        while (await pipe.ReadAsync(bytes.GetMemory(BlockSize), cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            bytes.Advance(count);
            if (bytes.WrittenCount > limit)
            {
                throw SampleSpan.TooLong(source.Path, options.MaxSeconds);
            }
        }

        return MemoryMarshal.Cast<byte, float>(bytes.WrittenSpan).ToArray();
    }

    private void Check(ModalitySource source, int exitCode, int samples, string? complaint)
    {
        if (exitCode != 0)
        {
            throw new MpucException($"'{source.Path}' cannot be read as audio: {complaint ?? $"ffmpeg ended with code {exitCode}"}.");
        }

        if (samples == 0)
        {
            throw new MpucException(
                $"'{source.Path}' has no audio from {source.Start:0.###} s {(source.End is { } end ? $"to {end:0.###} s" : "on")}; check the file and the span.");
        }

        if (complaint is not null)
        {
            logger.Warning("ffmpeg read {Path} but found it damaged: {Complaint}", source.Path, complaint);
        }
    }

    private static void End(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
