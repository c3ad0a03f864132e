using System.Collections.Concurrent;
using Mpuc.Hdf5;

namespace Mpuc.Host.Datasets.Mosei;

/// <summary>The computational sequences that are open, by path. Each file is opened when first asked for.</summary>
internal sealed class ComputationalSequences : ITimedFeatureReader, IDisposable
{
    /// <summary>What the files' names end in.</summary>
    public const string Extension = ".csd";

    private readonly ConcurrentDictionary<string, Lazy<ComputationalSequence>> _open = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool Reads(ModalitySource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public TimedFeatures Read(ModalitySource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        cancellationToken.ThrowIfCancellationRequested();
        var key = source.Key ?? throw new MpucException(
            $"'{source.Path}' holds many recordings; a source in it needs the id of a video, as in "
                + $"'{Path.GetFileName(source.Path)}#VIDEO'.");
        if (source.Start < 0 || source.End <= source.Start)
        {
            throw new MpucException(
                $"'{source.Path}', {key}: a recording must start at 0 s or later and end after its start, not run from {source.Start} s "
                    + $"to {source.End} s.");
        }

        var sequence = Open(source.Path);
        return Slice(sequence, key, source.Start, source.End);
    }

    /// <summary>Opens a file, once.</summary>
    /// <exception cref="MpucException">The file is missing or damaged, or no computational sequence.</exception>
    public ComputationalSequence Open(string path) => _open.GetOrAdd(path, file => new(() => ComputationalSequence.Open(file))).Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var sequence in _open.Values.Where(sequence => sequence.IsValueCreated))
        {
            sequence.Value.Dispose();
        }
    }

    private static TimedFeatures Slice(ComputationalSequence sequence, string key, double start, double? end)
    {
        var intervals = sequence.Intervals(key);
        var places = SegmentSpan.EntriesIn(intervals, start, end).OrderBy(place => intervals[place].Start).ThenBy(place => place).ToList();
        using var features = sequence.OpenFeatures(key);
        var (first, count) = places.Count == 0 ? (0, 0) : (places.Min(), places.Max() - places.Min() + 1);
        var isText = features.Kind == Hdf5Kind.Text;
        var width = isText ? 0 : (int)features.Width;
        return new TimedFeatures
        {
            Name = sequence.Name,
            Spans = [.. places.Select(place => new TimedSpan(intervals[place].Start - start, intervals[place].End - start))],
            Width = width,
            Values = isText ? default : Pick(features.ReadSingles(first, count), [.. places.Select(place => place - first)], width),
            Words = isText ? [.. Words(features.ReadTexts(first, count), places, first, (int)features.Width)] : null,
            Dimensions = sequence.Dimensions is { } names && names.Count == width ? names : null,
            Duration = (end ?? places.Select(place => intervals[place].End).DefaultIfEmpty(start).Max()) - start,
        };
    }

    private static IEnumerable<string> Words(string[] texts, List<int> places, int first, int width) =>
        places.Select(place => string.Join(' ', texts.Skip((place - first) * width).Take(width)));

    private static float[] Pick(float[] rows, int[] places, int width)
    {
        if (places.Index().All(place => place.Index == place.Item))
        {
            return rows;
        }

        var picked = new float[places.Length * width];
        foreach (var (row, place) in places.Index())
        {
            rows.AsSpan(place * width, width).CopyTo(picked.AsSpan(row * width));
        }

        return picked;
    }
}
