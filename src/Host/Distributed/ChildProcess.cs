using System.Diagnostics;
using Mpuc.Host.Cli;

namespace Mpuc.Host.Distributed;

/// <summary>A process that <see cref="ProcessLauncher"/> has started, and what it says.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private volatile string _lastWords = "it gave no reason.";

    /// <summary>Starts it.</summary>
    /// <param name="start">What to start, its streams redirected.</param>
    /// <param name="streams">Take what it writes; null for nobody.</param>
    public ChildProcess(ProcessStartInfo start, (TextWriter Output, TextWriter Error)? streams)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Pass(line.Data, streams?.Output);
        _process.ErrorDataReceived += (_, line) =>
        {
            _lastWords = line.Data is { Length: > 0 } ? line.Data : _lastWords;
            Pass(line.Data, streams?.Error);
        };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Ended = WaitAsync();
        Failed = FailAsync();
    }

    /// <summary>Gives the exit code.</summary>
    public Task<int> Ended { get; }

    /// <summary>Ends only where the process has failed.</summary>
    public Task Failed { get; }

    /// <summary>The last line that it wrote to standard error.</summary>
    public string LastWords => _lastWords;

    /// <summary>Ends it where it still runs.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private static void Pass(string? line, TextWriter? to)
    {
        if (line is not null)
        {
            to?.WriteLine(line);
        }
    }

    private async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    private async Task FailAsync()
    {
        if (await Ended is 0 or MpucCommandLine.Cancelled)
        {
            await new TaskCompletionSource().Task;
        }
    }
}
