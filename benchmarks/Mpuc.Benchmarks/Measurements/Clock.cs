using System.Diagnostics;

namespace Mpuc.Benchmarks.Measurements;

/// <summary>
/// Measures the seconds that work takes: on the wall, or of all the process's threads on the processor, for machines that others use too.
/// </summary>
/// <param name="useProcessorTime">Whether to count processor time.</param>
internal sealed class Clock(bool useProcessorTime)
{
    /// <summary>Runs the work and returns its seconds.</summary>
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
