namespace Mpuc.Host.Datasets.Mosei;

/// <summary>
/// Which entries of a video belong to a segment of it: those whose middle lies in it, so that no entry counts for two segments that touch.
/// </summary>
internal static class SegmentSpan
{
    /// <summary>
    /// Finds the entries of a segment. Those without a proper time (not finite, or ending before they start) belong to none.
    /// </summary>
    /// <param name="start">The segment's start in seconds.</param>
    /// <param name="end">Its end, which belongs to it no more; null for the video's end.</param>
    public static IEnumerable<int> EntriesIn(IReadOnlyList<TimedSpan> intervals, double start, double? end)
    {
        for (var place = 0; place < intervals.Count; place++)
        {
            var interval = intervals[place];
            if (IsProper(interval) && interval.Middle >= start && !(interval.Middle >= end))
            {
                yield return place;
            }
        }
    }

    /// <summary>Whether an interval is one.</summary>
    /// <returns>Whether it is finite and does not end before it starts.</returns>
    public static bool IsProper(TimedSpan interval) =>
        double.IsFinite(interval.Start) && double.IsFinite(interval.End) && interval.End >= interval.Start;
}
