using System.Runtime.InteropServices;
using Mpuc.Host.Runs;

namespace Mpuc.Host.Cli;

/// <summary>
/// Turns the first Ctrl+C (or SIGTERM) into a cancellation, so that a command can finish what it writes. The second ends the process as
/// usual, and so does the first after some seconds where anything hangs, or after the time that <see cref="FinishingWork"/> asked for.
/// </summary>
internal sealed class Termination : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _source = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly TimeSpan _grace;
    private readonly Action _exit;

    /// <summary>Starts to listen.</summary>
    public Termination()
        : this(Grace, Exit)
    {
    }

    /// <summary>Starts to listen.</summary>
    /// <param name="grace">How long a command may take to end once it is cancelled.</param>
    internal Termination(TimeSpan grace, Action exit)
    {
        (_grace, _exit) = (grace, exit);
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ];
    }

    /// <summary>Cancelled on the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended.Set();
        Array.ForEach(_registrations, registration => registration.Dispose());
        _source.Dispose();
    }

    /// <summary>Cancels, on the first call.</summary>
    /// <returns>False where it was cancelled before.</returns>
    internal bool Cancel()
    {
        if (_source.IsCancellationRequested)
        {
            return false;
        }

        // First, because whoever is told of the cancellation may hang as well. The thread keeps nobody.
        new Thread(Watch) { IsBackground = true, Name = "termination" }.Start();
        _source.Cancel();
        return true;
    }

    private void Handle(PosixSignalContext context) => context.Cancel = Cancel();

    private void Watch()
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!_ended.Wait(Pause))
        {
            var limit = FinishingWork.Longest is var asked && asked > _grace ? asked : _grace;
            if (TimeProvider.System.GetElapsedTime(since) > limit)
            {
                _exit();
                return;
            }
        }
    }

    // What runs at an orderly end may hang, too.
    private static void Exit()
    {
        new Thread(() =>
        {
            Thread.Sleep(TimeSpan.FromSeconds(2));
            if (!OperatingSystem.IsWindows())
            {
                ExitAtOnce(MpucCommandLine.Cancelled);
            }
        })
        { IsBackground = true }.Start();
        Console.Error.WriteLine("Cancelled; something did not come to an end by itself.");
        Environment.Exit(MpucCommandLine.Cancelled);
    }

    [DllImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void ExitAtOnce(int code);
}
