using System.Collections.Concurrent;
using System.Text.Json;
using Mpuc.Hdf5;
using Mpuc.Weights;

namespace Mpuc.Host.Datasets.Mosei;

/// <summary>
/// One computational sequence of the CMU Multimodal SDK (<c>.csd</c>): a group named after the sequence with <c>data/KEY/features</c>
/// <c>[N, ...]</c>, <c>data/KEY/intervals</c> <c>[N, 2]</c> in seconds of the video, and <c>metadata/*</c>. A key is a video's id, or,
/// after the SDK's alignment, that of a segment such as <c>abc[0]</c>. Only what is asked for is read. Safe to use from several threads at
/// once.
/// </summary>
internal sealed class ComputationalSequence : IDisposable
{
    private const int MaxDimensionValues = 1 << 20;
    private const int KeptIntervals = 8;

    private readonly Hdf5File _file;
    private readonly HashSet<string> _keys;
    private readonly Lazy<IReadOnlyList<string>?> _dimensions;
    private readonly ConcurrentQueue<(string Key, TimedSpan[] Intervals)> _recent = new();

    private ComputationalSequence(Hdf5File file, string name)
    {
        (_file, Name) = (file, name);
        Keys = file.Names($"/{name}/data");
        _keys = Keys.ToHashSet(StringComparer.Ordinal);
        _dimensions = new(ReadDimensions);
    }

    /// <summary>The file.</summary>
    public string Path => _file.Path;

    /// <summary>The sequence's name, such as <c>COVAREP</c>.</summary>
    public string Name { get; }

    /// <summary>The ids of its videos or segments, in their order as bytes.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The names of the numbers of an entry, as the metadata tell them; null where they do not.</summary>
    public IReadOnlyList<string>? Dimensions => _dimensions.Value;

    /// <summary>Opens a file.</summary>
    /// <returns>The sequence, which the caller owns.</returns>
    /// <exception cref="MpucException">The file is missing or damaged, or no computational sequence.</exception>
    public static ComputationalSequence Open(string path)
    {
        RegularFile.Require(path);
        var file = Hdf5File.Open(path);
        try
        {
            var name = file.Names("/").FirstOrDefault(root => file.Contains($"/{root}/data"));
            return name is null
                ? throw new MpucException(
                    $"'{path}' is an HDF5 file but no computational sequence: it has no group with a group 'data' in it.")
                : new ComputationalSequence(file, name);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Whether there is an entry.</summary>
    /// <returns>Whether it is one of <see cref="Keys"/>.</returns>
    public bool Contains(string key) => _keys.Contains(key);

    /// <summary>When the entries of a key are; those of the last few keys are kept.</summary>
    /// <param name="key">One of <see cref="Keys"/>.</param>
    /// <returns>Intervals in seconds of the video, in the file's order.</returns>
    /// <exception cref="MpucException">They are damaged or no intervals.</exception>
    public IReadOnlyList<TimedSpan> Intervals(string key)
    {
        if (_recent.FirstOrDefault(kept => kept.Key == key) is { Intervals: { } known })
        {
            return known;
        }

        using var dataset = _file.OpenDataset(PathOf(key, "intervals"));
        if (dataset.Shape is not [_, 2] && dataset.Rows > 0)
        {
            throw new MpucException(
                $"'{Path}', {dataset.Path}: the shape is {Show(dataset)}, where a start and an end per entry, N x 2, is expected.");
        }

        var numbers = dataset.ReadDoubles(0, dataset.Rows);
        var intervals = new TimedSpan[numbers.Length / 2];
        for (var i = 0; i < intervals.Length; i++)
        {
            intervals[i] = new TimedSpan(numbers[2 * i], numbers[(2 * i) + 1]);
        }

        _recent.Enqueue((key, intervals));
        while (_recent.Count > KeptIntervals)
        {
            _ = _recent.TryDequeue(out _);
        }

        return intervals;
    }

    /// <summary>Opens the features of a key.</summary>
    /// <param name="key">One of <see cref="Keys"/>.</param>
    /// <returns>As many rows as the key has intervals; the caller owns them.</returns>
    /// <exception cref="MpucException">They are damaged, or do not fit the intervals.</exception>
    public Hdf5Dataset OpenFeatures(string key)
    {
        var intervals = Intervals(key);
        var features = _file.OpenDataset(PathOf(key, "features"));
        if (features.Rows == intervals.Count
            && features.Shape.Count > 0
            && features.Width is > 0 and <= MaxDimensionValues
            && features.Kind != Hdf5Kind.Other)
        {
            return features;
        }

        using (features)
        {
            throw new MpucException(
                $"'{Path}', {features.Path}: the shape is {Show(features)}; expected are {intervals.Count} rows, as many as there are "
                    + "intervals, of numbers or of texts.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private string PathOf(string key, string part) => _keys.Contains(key)
        ? $"/{Name}/data/{key}/{part}"
        : throw new MpucException(
            $"'{Path}' has no entry '{key}'; {(Keys.Count == 0 ? "it has none" : $"its entries look like '{Keys[0]}'")}.");

    private static string Show(Hdf5Dataset dataset) =>
        dataset.Shape.Count == 0 ? "that of a single value" : string.Join(" x ", dataset.Shape);

    // A JSON text of its own by the SDK's rules. What it says is a help, so that a list of something else counts as none.
    private IReadOnlyList<string>? ReadDimensions()
    {
        var path = $"/{Name}/metadata/dimension names";
        if (!_file.Contains(path))
        {
            return null;
        }

        using var dataset = _file.OpenDataset(path);
        if (dataset.Kind != Hdf5Kind.Text || dataset.Rows * dataset.Width != 1)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<List<string>>(dataset.ReadTexts(0, 1)[0]);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
