using Mpuc.Hdf5;

namespace Mpuc.Host.Datasets.Mosei;

/// <summary>Which segments of CMU-MOSEI a sequence says something about.</summary>
internal sealed class MoseiCoverage
{
    // What the SDK's word alignments have for a pause.
    private static readonly string[] Pauses = ["sp", "sil", string.Empty];

    private readonly ComputationalSequence _sequence;
    private readonly Dictionary<string, double[]> _middles = new(StringComparer.Ordinal);

    /// <summary>Begins with a sequence.</summary>
    public MoseiCoverage(ComputationalSequence sequence) => _sequence = sequence;

    /// <summary>Where a segment's entries lie.</summary>
    /// <returns>
    /// The entry of the segment itself in an aligned sequence, else that of its video with the segment's span; null where no entry but
    /// pauses has its middle in the segment.
    /// </returns>
    /// <exception cref="MpucException">The sequence is damaged.</exception>
    public ModalitySource? SourceOf(MoseiSegment segment)
    {
        var key = _sequence.Contains(segment.Id) ? segment.Id : _sequence.Contains(segment.Video) ? segment.Video : null;
        if (key is null || !Covers(key, segment))
        {
            return null;
        }

        return new ModalitySource(_sequence.Path) { Key = key, Start = segment.Start, End = segment.End };
    }

    private bool Covers(string key, MoseiSegment segment)
    {
        if (!_middles.TryGetValue(key, out var middles))
        {
            _middles[key] = middles = Middles(key);
        }

        var place = Array.BinarySearch(middles, segment.Start);
        place = place < 0 ? ~place : place;
        return place < middles.Length && middles[place] < segment.End;
    }

    private double[] Middles(string key)
    {
        var intervals = _sequence.Intervals(key);
        using var features = _sequence.OpenFeatures(key);
        var words = features.Kind == Hdf5Kind.Text ? features.ReadTexts(0, features.Rows) : null;
        var (middles, count) = (new double[intervals.Count], 0);
        for (var entry = 0; entry < intervals.Count; entry++)
        {
            if (SegmentSpan.IsProper(intervals[entry]) && (words is null || !IsPause(words, entry, (int)features.Width)))
            {
                middles[count++] = intervals[entry].Middle;
            }
        }

        Array.Resize(ref middles, count);
        Array.Sort(middles);
        return middles;
    }

    private static bool IsPause(string[] words, int entry, int width) =>
        words.AsSpan(entry * width, width).ToArray().All(word => Pauses.Contains(word, StringComparer.OrdinalIgnoreCase));
}
