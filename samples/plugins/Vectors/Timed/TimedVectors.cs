using System.Globalization;
using Mpuc;

namespace Samples.Vectors.Timed;

/// <summary>Puts time-stamped vectors on a time axis of even frames, or makes one vector of them.</summary>
internal static class TimedVectors
{
    // Far above the rounding of times, far below the time of any entry that counts.
    private const double Tolerance = 1e-6;

    // The time, in frames, for which an entry counts that has none of its own.
    private const double Shortest = 0.01;

    /// <summary>Averages what falls into each frame, weighted by its time in it. What is not finite is left out.</summary>
    /// <param name="features">The recording's entries, no words.</param>
    /// <param name="options">The frame rate, the columns, and what becomes of frames without a number.</param>
    /// <param name="source">The recording, for messages.</param>
    /// <returns>The frames; NaN where a frame has no number.</returns>
    /// <exception cref="MpucException">The entries are words, or a number is missing and may not.</exception>
    public static VectorFrames Of(TimedFeatures features, VectorsOptions options, ModalitySource source)
    {
        var place = $"'{source.Path}', {source.Key}";
        if (features.Words is not null)
        {
            throw new MpucException($"{place}: the sequence '{features.Name}' holds words, not numbers.");
        }

        int[] columns = options.Columns.Count == 0 ? [.. Enumerable.Range(0, features.Width)]
            : features.Dimensions is { } names ? [.. ColumnSelection.Of(place, names, options.Columns)]
            : throw new MpucException(
                $"{place}: the file does not name the {features.Width} numbers of an entry, so 'columns' must not be set.");
        var frames = Average(features, columns, options.FrameRate);
        var missing = options.ImputesMean ? -1 : Array.FindIndex(frames.Values, float.IsNaN);
        return missing < 0 ? frames : throw new MpucException(string.Create(
            CultureInfo.InvariantCulture,
            $"{place}: frame {missing / columns.Length} has no finite number {columns[missing % columns.Length] + 1} ({features.Name}); "
                + $"set the option 'missing' to 'mean'."));
    }

    private static VectorFrames Average(TimedFeatures features, int[] columns, double frameRate)
    {
        var isStatic = frameRate == 0;
        var count = isStatic ? 1 : (int)Math.Max(1, Math.Ceiling((features.Duration * frameRate) - Tolerance));
        var (sums, times) = (new double[count * columns.Length], new double[count * columns.Length]);
        foreach (var (entry, span) in features.Spans.Index())
        {
            var values = features.Values.Span.Slice(entry * features.Width, features.Width);
            var first = isStatic ? 0 : Math.Clamp(span.Start * frameRate, 0, count - Shortest);
            var last = isStatic ? Math.Max(Shortest, span.End - span.Start) : Math.Max(span.End * frameRate, first + Shortest);
            for (var frame = (int)first; frame < count && frame < last; frame++)
            {
                var time = isStatic ? last : Math.Min(last, frame + 1) - Math.Max(first, frame);
                Add(
                    values,
                    columns,
                    time > Tolerance ? time : 0,
                    sums.AsSpan(frame * columns.Length),
                    times.AsSpan(frame * columns.Length));
            }
        }

        return new VectorFrames([.. sums.Zip(times, (sum, time) => time > 0 ? (float)(sum / time) : float.NaN)], columns.Length);
    }

    private static void Add(ReadOnlySpan<float> values, int[] columns, double time, Span<double> sums, Span<double> times)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (float.IsFinite(values[columns[i]]))
            {
                sums[i] += time * values[columns[i]];
                times[i] += time;
            }
        }
    }
}
