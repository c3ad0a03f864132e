using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Mpuc.Weights.Safetensors;
using TorchSharp;

namespace Mpuc.Host.Inference.Search;

/// <summary>
/// Vectors of length 1 in a safetensors file, searched exactly. The file is mapped into memory; a byte a value is kept beside it, which
/// a search reads in full, and the vectors themselves only of the rows that may be among the nearest. Safe to use from several threads.
/// </summary>
internal sealed class VectorTable : IDisposable
{
    /// <summary>Rows of a tensor in the file, at most: far below the 2 GiB that one may have.</summary>
    public const int RowsPerTensor = 1 << 16;

    // A few megabytes of codes: enough to be worth a task of its own.
    private const int RowsPerBlock = 1 << 13;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly List<long> _offsets;
    private readonly QuantizedRows[] _blocks;

    private VectorTable(string path, List<long> offsets, long rows, int dimensions)
    {
        (_offsets, Rows, Dimensions) = (offsets, rows, dimensions);
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _blocks = new QuantizedRows[(rows + RowsPerBlock - 1) / RowsPerBlock];
        Parallel.For(0, _blocks.Length, block =>
        {
            var first = block * (long)RowsPerBlock;
            var values = new float[Math.Min(RowsPerBlock, rows - first) * dimensions];
            ReadRows(first, values);
            _blocks[block] = new QuantizedRows(first, values, dimensions);
        });
    }

    /// <summary>How many vectors.</summary>
    public long Rows { get; }

    /// <summary>Values a vector.</summary>
    public int Dimensions { get; }

    /// <summary>The tensors that hold vectors, for a file that <see cref="Open"/> reads.</summary>
    /// <param name="vectors">The vectors, <c>[N, D]</c>, each of length 1, float32.</param>
    /// <returns>Names and tensors, which the caller owns.</returns>
    public static IEnumerable<KeyValuePair<string, torch.Tensor>> Tensors(string name, torch.Tensor vectors) =>
        Enumerable.Range(0, (int)((vectors.shape[0] + RowsPerTensor - 1) / RowsPerTensor)).Select(part => KeyValuePair.Create(
            NameOf(name, part),
            vectors.narrow(0, (long)part * RowsPerTensor, Math.Min(RowsPerTensor, vectors.shape[0] - ((long)part * RowsPerTensor)))));

    /// <summary>Opens a table.</summary>
    /// <exception cref="MpucException">The file is damaged, or has not that many.</exception>
    public static VectorTable Open(string path, string name, long rows, int dimensions)
    {
        using var file = SafetensorsFile.Open(path);
        var offsets = new List<long>();
        for (long first = 0; first < rows; first += RowsPerTensor)
        {
            long[] shape = [Math.Min(RowsPerTensor, rows - first), dimensions];
            var entry = file.Entries.GetValueOrDefault(NameOf(name, offsets.Count));
            offsets.Add(entry is { Type: torch.ScalarType.Float32 } && entry.Shape.SequenceEqual(shape) ? entry.Offset : throw new MpucException(
                $"{path} does not fit its index: the tensor '{NameOf(name, offsets.Count)}' must be float32 of shape "
                    + $"[{string.Join(", ", shape)}]."));
        }

        return new VectorTable(path, offsets, rows, dimensions);
    }

    /// <summary>Finds the nearest vectors: exactly those that comparing with every one finds.</summary>
    /// <param name="queries">The queries, each of length 1; they are compared in one pass.</param>
    /// <param name="count">How many to find for each, at least 1.</param>
    public IReadOnlyList<IReadOnlyList<RowScore>> Nearest(IReadOnlyList<float[]> queries, int count, CancellationToken cancellationToken)
    {
        var found = new NearestCandidates[_blocks.Length];
        var parallel = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(0, _blocks.Length, parallel, block => found[block] = NearestCandidates.Of(_blocks[block], queries, count));
        var candidates = NearestCandidates.Join(found, queries.Count, count);
        return [.. queries.Zip(candidates, (query, rows) => Rank(query, rows, count, parallel))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    private static string NameOf(string name, int part) => FormattableString.Invariant($"{name}.{part:00000}");

    private List<RowScore> Rank(float[] query, IReadOnlyList<long> rows, int count, ParallelOptions parallel)
    {
        var scores = new RowScore[rows.Count];
        Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(0, Math.Max(1, rows.Count), 256), parallel, range =>
        {
            var values = new float[Dimensions];
            for (var place = range.Item1; place < Math.Min(range.Item2, rows.Count); place++)
            {
                ReadRows(rows[place], values);
                scores[place] = new RowScore(rows[place], Product(query, values));
            }
        });
        Array.Sort(scores, RowScore.Compare);
        return [.. scores.Take(count)];
    }

    private static double Product(float[] query, float[] values)
    {
        var sum = 0.0;
        for (var place = 0; place < values.Length; place++)
        {
            sum += (double)query[place] * values[place];
        }

        return sum;
    }

    // The rows lie within one tensor of the file: a block never crosses the border of one.
    private void ReadRows(long first, Span<float> values)
    {
        var offset = _offsets[(int)(first / RowsPerTensor)] + (first % RowsPerTensor * Dimensions * sizeof(float));
        _view.SafeMemoryMappedViewHandle.ReadSpan((ulong)offset, values);
    }
}

/// <summary>A row of a table of vectors with its similarity to a query.</summary>
/// <param name="Row">The row, from 0.</param>
/// <param name="Score">The cosine of the angle between them, -1 to 1.</param>
internal readonly record struct RowScore(long Row, double Score)
{
    /// <summary>The greater score first; of equal ones the smaller row, so that an order is the same every time.</summary>
    public static int Compare(RowScore first, RowScore second) =>
        second.Score.CompareTo(first.Score) is var order and not 0 ? order : first.Row.CompareTo(second.Row);
}
