using TorchSharp;
using static TorchSharp.torch;

namespace TorchSharpPeer.Measurements;

/// <summary>The five nearest of a million vectors of 512 values: a product with all of them, and the greatest of it.</summary>
internal sealed class VectorSearch : IMeasurement
{
    private const int QueriesPerMeasurement = 10;

    private readonly Tensor _vectors = Random(1_000_000);
    private readonly Tensor _queries = Random(QueriesPerMeasurement);

    public double Take(Clock clock) => clock.Time(Search) / QueriesPerMeasurement;

    public void Dispose()
    {
        _vectors.Dispose();
        _queries.Dispose();
    }

    private static Tensor Random(long rows)
    {
        using var values = randn(rows, 512);
        return nn.functional.normalize(values, dim: 1);
    }

    private void Search()
    {
        using var scope = NewDisposeScope();
        for (var query = 0; query < QueriesPerMeasurement; query++)
        {
            _vectors.mv(_queries[query]).topk(5);
        }
    }
}
