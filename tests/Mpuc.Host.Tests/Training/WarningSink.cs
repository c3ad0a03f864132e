using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Mpuc.Host.Tests.Training;

/// <summary>Collects what is logged, warnings or all.</summary>
internal sealed class WarningSink : ILogEventSink
{
    public WarningSink(LogEventLevel level = LogEventLevel.Warning) =>
        Logger = new LoggerConfiguration().MinimumLevel.Is(level).WriteTo.Sink(this).CreateLogger();

    public ILogger Logger { get; }

    public List<string> Messages { get; } = [];

    public void Emit(LogEvent logEvent) => Messages.Add(logEvent.RenderMessage(CultureInfo.InvariantCulture));
}
