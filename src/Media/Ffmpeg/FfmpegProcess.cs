using System.ComponentModel;
using System.Diagnostics;

namespace Mpuc.Media.Ffmpeg;

/// <summary>
/// A child process that decodes a file and writes raw samples, pixels or text to a pipe. No shell is involved. <see cref="Dispose"/> ends
/// the process wherever it stands, so a reader may stop early. Not safe for concurrent use.
/// </summary>
public sealed class FfmpegProcess : IDisposable
{
    private readonly FfmpegCommand _command;
    private readonly Process _process;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenSource _deadline;
    private readonly Task<FfmpegComplaint?> _complaint;
    private TimeSpan _patience;

    private FfmpegProcess(FfmpegCommand command, Process process, CancellationToken cancellationToken)
    {
        (_command, _process, _cancellation, _patience) = (command, process, cancellationToken, command.Timeout);
        _deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _complaint = FfmpegComplaint.ReadAsync(process.StandardError, command, _deadline.Token);
    }

    /// <summary>Starts the program.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="cancellationToken">Ends the waits of this object; the process itself is ended by <see cref="Dispose"/>.</param>
    /// <returns>The process, which the caller disposes.</returns>
    /// <exception cref="MpucException">The program is not installed.</exception>
    public static FfmpegProcess Start(FfmpegCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        cancellationToken.ThrowIfCancellationRequested();
        var start = FfmpegConfinement.Start(command.Program, command.Arguments, command.Timeout);
        try
        {
            return new FfmpegProcess(command, Process.Start(start)!, cancellationToken);
        }
        catch (Win32Exception exception)
        {
            throw new MpucException(
                $"Reading '{command.Path}' needs ffmpeg, but '{command.Program}' was not found on the PATH; install it (Debian: apt-get "
                    + "install ffmpeg).",
                exception);
        }
    }

    /// <summary>Reads what the program writes to its standard output.</summary>
    /// <param name="buffer">Where to write it.</param>
    /// <returns>How many bytes were read; 0 at the end.</returns>
    /// <exception cref="MpucException">
    /// The program has kept its reader waiting for longer than <see cref="FfmpegCommand.Timeout"/>.
    /// </exception>
    public Task<int> ReadAsync(Memory<byte> buffer) =>
        WaitAsync(token => _process.StandardOutput.BaseStream.ReadAsync(buffer, token).AsTask());

    /// <summary>Reads until the buffer is full or the output ends.</summary>
    /// <param name="buffer">Where to write it.</param>
    /// <returns>How many bytes were read.</returns>
    /// <exception cref="MpucException">As for <see cref="ReadAsync"/>.</exception>
    public Task<int> ReadFullAsync(Memory<byte> buffer) =>
        WaitAsync(token =>
            _process.StandardOutput.BaseStream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, token).AsTask());

    /// <summary>Waits for the program's end; its output must have been read to the end.</summary>
    /// <returns>How it ended.</returns>
    /// <exception cref="MpucException">As for <see cref="ReadAsync"/>.</exception>
    public Task<FfmpegOutcome> EndAsync() => WaitAsync(async token =>
    {
        await _process.WaitForExitAsync(token).ConfigureAwait(false);
        var complaint = await _complaint.ConfigureAwait(false);
        return new FfmpegOutcome(_command, _process.ExitCode, complaint?.Text) { LacksTrack = complaint is { IsOfMissingTrack: true } };
    });

    /// <summary>Ends the process if it still runs.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _deadline.Dispose();
    }

    // Only waiting for the program counts, not what its reader does in between.
    private async Task<T> WaitAsync<T>(Func<CancellationToken, Task<T>> wait)
    {
        var watch = Stopwatch.StartNew();
        _deadline.CancelAfter(_patience);
        try
        {
            return await wait(_deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!_cancellation.IsCancellationRequested)
        {
            throw new MpucException(
                $"ffmpeg did not finish reading '{_command.Path}' within {_command.Timeout.TotalSeconds:0.###} s; raise 'decodeTimeout' "
                    + "if the file is this large.",
                exception);
        }
        finally
        {
            _patience = watch.Elapsed < _patience ? _patience - watch.Elapsed : TimeSpan.Zero;
            _deadline.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }
}
