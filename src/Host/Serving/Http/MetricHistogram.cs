using System.Globalization;
using System.Text;

namespace Mpuc.Host.Serving.Http;

/// <summary>Counts numbers by size, as Prometheus does. Not safe for use from several threads.</summary>
internal sealed class MetricHistogram(double[] bounds)
{
    private readonly long[] _counts = new long[bounds.Length];
    private double _sum;
    private long _count;

    /// <summary>Counts a number.</summary>
    public void Add(double value)
    {
        for (var bucket = 0; bucket < bounds.Length; bucket++)
        {
            _counts[bucket] += value <= bounds[bucket] ? 1 : 0;
        }

        _sum += value;
        _count++;
    }

    /// <summary>Writes the buckets, the sum and the count.</summary>
    /// <param name="label">A label of all lines; empty for none.</param>
    public void Write(StringBuilder text, string name, string label)
    {
        var comma = label.Length == 0 ? string.Empty : ",";
        for (var bucket = 0; bucket < bounds.Length; bucket++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{label}{comma}le=\"{bounds[bucket]}\"}} {_counts[bucket]}\n");
        }

        var only = label.Length == 0 ? string.Empty : $"{{{label}}}";
        text.Append(
            CultureInfo.InvariantCulture,
            $"{name}_bucket{{{label}{comma}le=\"+Inf\"}} {_count}\n{name}_sum{only} {_sum:R}\n{name}_count{only} {_count}\n");
    }
}
