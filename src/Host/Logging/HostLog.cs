using System.Collections.Immutable;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Mpuc.Host.Logging;

/// <summary>
/// The log of a process, made once: the host and its plugins write to it, people read it, and a run keeps in its own file what is said
/// while it goes on.
/// </summary>
public sealed class HostLog : IDisposable
{
    private readonly Listeners _listeners = new();
    private IReadOnlyList<LogEvent> _preface = [];
    private readonly Logger _logger;

    /// <summary>Makes the log of a program.</summary>
    /// <param name="verbose">Whether people see debug messages and the traces of exceptions on standard error.</param>
    public HostLog(bool verbose)
        : this(Loggers.ToPeople(verbose))
    {
    }

    /// <summary>Makes a log that passes everything on.</summary>
    /// <param name="log">Where to; stays its owner's.</param>
    public HostLog(ILogger log)
        : this(new LoggerConfiguration().WriteTo.Logger(log))
    {
    }

    private HostLog(LoggerConfiguration people) => _logger = people.MinimumLevel.Debug().WriteTo.Sink(_listeners).CreateLogger();

    /// <summary>What the host and plugins write to, from debug messages upwards.</summary>
    public ILogger Logger => _logger;

    /// <summary>Keeps what is said from now on, in memory until <see cref="LogFile.Open"/> says where; the preface is said first.</summary>
    /// <returns>The file to be; dispose it to keep no more.</returns>
    public LogFile Keep() => Add(null, _preface);

    /// <summary>Keeps what is said from now on in a file.</summary>
    /// <param name="path">The file, which is appended to.</param>
    /// <returns>The file; dispose it to keep no more.</returns>
    /// <exception cref="MpucException">The file cannot be written.</exception>
    public LogFile Keep(string path) => Add(Loggers.ToFile(path), []);

    /// <inheritdoc/>
    public void Dispose() => _logger.Dispose();

    /// <summary>
    /// Makes what is said until the end a preface: it concerns every run that begins afterwards in this process, as what plugins say while
    /// they are loaded does, and stands at the beginning of what each of them keeps. A later preface takes its place.
    /// </summary>
    /// <returns>Dispose it to end the preface.</returns>
    internal IDisposable Precede() => Add(null, [], ended => _preface = ended.AsText());

    private LogFile Add(ILogger? open, IReadOnlyList<LogEvent> preface, Action<LogFile>? end = null)
    {
        var file = new LogFile(open, preface, ended =>
        {
            ImmutableInterlocked.Update(ref _listeners.Files, files => files.Remove(ended));
            end?.Invoke(ended);
        });
        ImmutableInterlocked.Update(ref _listeners.Files, files => files.Add(file));
        return file;
    }

    private sealed class Listeners : ILogEventSink
    {
        public ImmutableArray<LogFile> Files = [];

        public void Emit(LogEvent logEvent)
        {
            foreach (var file in Files)
            {
                file.Write(logEvent);
            }
        }
    }
}
