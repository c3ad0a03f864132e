using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;
using Serilog.Parsing;

namespace Mpuc.Host.Logging;

/// <summary>
/// What a <see cref="HostLog"/> is told while a run goes on: kept in memory until the run has a folder, and in its file from then on.
/// </summary>
public sealed class LogFile : IDisposable
{
    // Enough for every sentence that people would read, and a bound for a plugin that never stops talking.
    private const int MaxKept = 10_000;

    private static readonly MessageTemplateTextFormatter Whole = new(Loggers.Content, CultureInfo.InvariantCulture);
    private static readonly MessageTemplate Text = new MessageTemplateParser().Parse($"{{{nameof(Text)}:l}}");

    private readonly Lock _writing = new();
    private readonly Action<LogFile> _end;
    private readonly List<LogEvent> _kept;
    private int _dropped;
    private ILogger? _file;

    internal LogFile(ILogger? file, IReadOnlyList<LogEvent> preface, Action<LogFile> end) =>
        (_file, _kept, _end) = (file, [.. preface], end);

    /// <summary>Writes what was kept, and from now on everything at once.</summary>
    /// <param name="path">The file, which is appended to.</param>
    /// <exception cref="MpucException">The file cannot be written.</exception>
    public void Open(string path)
    {
        var file = Loggers.ToFile(path);
        lock (_writing)
        {
            _kept.ForEach(file.Write);
            _kept.Clear();
            if (_dropped > 0)
            {
                file.Warning("Here {Count} messages are left out.", _dropped);
            }

            _file = file;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end(this);
        lock (_writing)
        {
            // A thread that was about to write finds silence.
            (_file as IDisposable)?.Dispose();
            _file = Logger.None;
            _kept.Clear();
        }
    }

    /// <summary>
    /// What is kept, so that it may be kept for good: an exception, or a value of a plugin's type, would keep the plugin in memory.
    /// </summary>
    internal IReadOnlyList<LogEvent> AsText()
    {
        lock (_writing)
        {
            return [.. _kept.Select(AsText)];
        }
    }

    private static LogEvent AsText(LogEvent message)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Whole.Format(message, text);
        return new LogEvent(
            message.Timestamp,
            message.Level,
            exception: null,
            Text,
            [new LogEventProperty(nameof(Text), new ScalarValue(text.ToString().TrimEnd()))]);
    }

    internal void Write(LogEvent message)
    {
        lock (_writing)
        {
            if (_file is not null)
            {
                _file.Write(message);
            }
            else if (_kept.Count < MaxKept)
            {
                _kept.Add(message);
            }
            else
            {
                _dropped++;
            }
        }
    }
}
