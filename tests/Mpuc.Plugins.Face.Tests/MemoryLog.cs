using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Mpuc.Plugins.Face.Tests;

/// <summary>A log that a test can read.</summary>
internal sealed class MemoryLog : ILogEventSink
{
    public MemoryLog() => Logger = new LoggerConfiguration().WriteTo.Sink(this).CreateLogger();

    public ILogger Logger { get; }

    public List<string> Messages { get; } = [];

    public void Emit(LogEvent logEvent) => Messages.Add($"{logEvent.Level}: {logEvent.RenderMessage(CultureInfo.InvariantCulture)}");
}
