using Mpuc.Host.Inference.Search;
using Mpuc.Weights.Safetensors;
using static TorchSharp.torch;

namespace Mpuc.Benchmarks.Measurements;

/// <summary>The five nearest of a million random vectors of 512 values, as <c>mpuc search</c> finds them once an index is loaded.</summary>
internal sealed class VectorSearch : IMeasurement
{
    private const int Rows = 1_000_000;
    private const int Dimensions = 512;
    private const int QueriesPerMeasurement = 10;

    private readonly string _folder = Directory.CreateTempSubdirectory("mpuc-benchmark-").FullName;
    private readonly VectorTable _table;
    private readonly float[][] _queries;

    public VectorSearch()
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        var path = Path.Combine(_folder, "vectors.safetensors");
        SafetensorsFile.Write(
            path,
            VectorTable.Tensors("vectors", nn.functional.normalize(randn(Rows, Dimensions), dim: 1)).ToDictionary(StringComparer.Ordinal));
        _table = VectorTable.Open(path, "vectors", Rows, Dimensions);
        _queries = [.. nn.functional.normalize(randn(QueriesPerMeasurement, Dimensions), dim: 1).data<float>().ToArray().Chunk(Dimensions)];
    }

    public (double Ours, double? Peer) Take(Clock clock) => (clock.Time(Search) / QueriesPerMeasurement, null);

    public void Dispose()
    {
        _table.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Search()
    {
        foreach (var query in _queries)
        {
            _table.Nearest([query], 5, CancellationToken.None);
        }
    }
}
