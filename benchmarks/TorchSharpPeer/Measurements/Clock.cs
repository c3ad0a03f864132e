using System.Diagnostics;

namespace TorchSharpPeer.Measurements;

/// <summary>Measures the seconds that work takes: on the wall, or of all the process's threads on the processor.</summary>
/// <param name="useProcessorTime">Whether to count processor time.</param>
internal sealed class Clock(bool useProcessorTime)
{
    public double Time(Action work)
    {
        var start = Now();
        work();
        return Now() - start;
    }

    private double Now() => useProcessorTime
        ? Environment.CpuUsage.TotalTime.TotalSeconds
        : Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
}
