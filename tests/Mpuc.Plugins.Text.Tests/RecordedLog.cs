using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Mpuc.Plugins.Text.Tests;

/// <summary>Keeps what is logged.</summary>
internal sealed class RecordedLog : ILogEventSink
{
    private readonly List<string> _messages = [];

    public IReadOnlyList<string> Messages
    {
        get
        {
            lock (_messages)
            {
                return [.. _messages];
            }
        }
    }

    public ILogger Logger => new LoggerConfiguration().MinimumLevel.Debug().WriteTo.Sink(this).CreateLogger();

    public void Emit(LogEvent logEvent)
    {
        lock (_messages)
        {
            _messages.Add($"{logEvent.Level}: {logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture)}");
        }
    }
}
