using Mpuc.Host.Plugins.Swapping;

namespace Mpuc.Host.Tests.Plugins.Swapping;

/// <summary>A clock that goes on by a step whenever it is read.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private long _ticks;

    public TimeSpan Step { get; set; } = FolderWatch.Interval;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks += Step.Ticks;
}
