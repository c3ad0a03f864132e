using Mpuc;

namespace Samples.Physiology.Signals;

/// <summary>One signal: its samples in order of time, at least one.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Times">The samples' times in seconds since the recording's first, strictly ascending.</param>
/// <param name="Values">The samples.</param>
internal sealed record Signal(string Name, IReadOnlyList<double> Times, IReadOnlyList<double> Values)
{
    /// <summary>The signal at given times: linear between samples, level before the first and after the last.</summary>
    /// <param name="times">Ascending times in seconds.</param>
    /// <param name="maxGap">The longest time between two samples that is bridged.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="MpucException">A time lies in a longer gap.</exception>
    public double[] At(double[] times, double maxGap, string path)
    {
        var values = new double[times.Length];
        var next = 0;
        for (var index = 0; index < times.Length; index++)
        {
            while (next < Times.Count && Times[next] < times[index])
            {
                next++;
            }

            values[index] = Between(next - 1, next, times[index], maxGap, path);
        }

        return values;
    }

    private double Between(int before, int after, double time, double maxGap, string path)
    {
        if (after < Times.Count && Times[after] == time)
        {
            return Values[after];
        }

        var (from, to) = (before < 0 ? 0 : Times[before], after < Times.Count ? Times[after] : time);
        if (to - from > maxGap)
        {
            throw new MpucException(
                $"'{path}': the signal '{Name}' has no sample between {from:0.###} s and {to:0.###} s, which is longer than the "
                    + $"{maxGap:0.###} s of 'maxGap'.");
        }

        return before < 0 ? Values[after]
            : after == Times.Count ? Values[before]
            : Values[before] + ((time - from) / (to - from) * (Values[after] - Values[before]));
    }
}
