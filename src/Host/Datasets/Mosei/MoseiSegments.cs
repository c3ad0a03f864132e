using System.Globalization;
using Mpuc.Hdf5;

namespace Mpuc.Host.Datasets.Mosei;

/// <summary>Reads the annotated segments of CMU-MOSEI from the SDK's sequence of all labels.</summary>
internal static class MoseiSegments
{
    // The SDK's own limit, below which it aligns nothing to a segment.
    private const double Shortest = 1e-5;

    /// <summary>Reads all segments.</summary>
    /// <returns>The segments, video by video, numbered from 0 as in the file.</returns>
    /// <exception cref="MpucException">The sequence is damaged or holds other labels.</exception>
    public static IReadOnlyList<MoseiSegment> Read(ComputationalSequence labels, List<string> warnings)
    {
        var (segments, timeless) = (new List<MoseiSegment>(), new List<string>());
        foreach (var key in labels.Keys)
        {
            var intervals = labels.Intervals(key);
            var numbers = ReadNumbers(labels, key, intervals.Count);
            var isAligned = VideoOf(key) != key;
            for (var i = 0; i < intervals.Count; i++)
            {
                var id = isAligned ? key : string.Create(CultureInfo.InvariantCulture, $"{key}[{i}]");
                var (start, end) = (intervals[i].Start, intervals[i].End);
                if (!SegmentSpan.IsProper(intervals[i]) || end - start < Shortest || end <= 0)
                {
                    timeless.Add(id);
                    continue;
                }

                var labelled = MoseiAnnotation.ToLabels(numbers.AsSpan(i * MoseiAnnotation.Width, MoseiAnnotation.Width));
                segments.Add(new MoseiSegment(id, VideoOf(key), Math.Max(0, start), end, labelled));
            }
        }

        if (timeless.Count > 0)
        {
            warnings.Add($"Left out (no length in time): {timeless.Count} segments, such as '{timeless[0]}'.");
        }

        return segments;
    }

    /// <summary>The video that a key belongs to.</summary>
    /// <param name="key">A video's id, or a segment's such as <c>abc[0]</c>.</param>
    public static string VideoOf(string key) => key.EndsWith(']') && key.LastIndexOf('[') is > 0 and var border ? key[..border] : key;

    private static float[] ReadNumbers(ComputationalSequence labels, string key, int segments)
    {
        if (segments > 1 && VideoOf(key) != key)
        {
            throw new MpucException($"'{labels.Path}', {key}: a segment's labels are one row, not {segments}.");
        }

        using var features = labels.OpenFeatures(key);
        return features.Kind == Hdf5Kind.Number && features.Width == MoseiAnnotation.Width
            ? features.ReadSingles(0, segments)
            : throw new MpucException(
                $"'{labels.Path}', {features.Path}: {features.Width} labels per segment, where {MoseiAnnotation.Width} are expected: "
                    + "sentiment, happy, sad, anger, "
                + "surprise, disgust, fear, as in the SDK's CMU_MOSEI_Labels.csd.");
    }
}

/// <summary>An annotated part of a video of CMU-MOSEI.</summary>
/// <param name="Id">The video's id with the segment's number, as the CMU SDK writes it: <c>abc[0]</c>.</param>
/// <param name="Start">Its start in the video, in seconds.</param>
/// <param name="End">Its end in the video, in seconds.</param>
/// <param name="Labels">Class names by label name; none where the annotation is no number.</param>
internal sealed record MoseiSegment(string Id, string Video, double Start, double End, IReadOnlyDictionary<string, string> Labels);
