namespace Mpuc.Host.Inference.Search;

/// <summary>The rows of a block that may be among a query's nearest, by the bounds that their codes give.</summary>
internal sealed class NearestCandidates
{
    // One query's rows stay in the processor's cache for the next query.
    private const int RowsAtOnce = 512;

    private readonly List<(long Row, double Most)>[] _rows;
    private readonly TopK[] _least;

    private NearestCandidates(int queries, int count)
    {
        _rows = [.. Enumerable.Range(0, queries).Select(_ => new List<(long, double)>())];
        _least = [.. Enumerable.Range(0, queries).Select(_ => new TopK(count))];
    }

    /// <summary>Looks through a block.</summary>
    /// <returns>The candidates: at least every row of the block that is among the nearest.</returns>
    public static NearestCandidates Of(QuantizedRows block, IReadOnlyList<float[]> queries, int count)
    {
        var candidates = new NearestCandidates(queries.Count, count);
        for (var first = 0; first < block.Count; first += RowsAtOnce)
        {
            for (var query = 0; query < queries.Count; query++)
            {
                candidates.Look(block, first, Math.Min(first + RowsAtOnce, block.Count), query, queries[query]);
            }
        }

        return candidates;
    }

    /// <summary>Joins the candidates of all blocks.</summary>
    /// <returns>For each query the rows whose greatest possible score reaches the count-th of the scores that rows have at least.</returns>
    public static IReadOnlyList<IReadOnlyList<long>> Join(IReadOnlyList<NearestCandidates> blocks, int queries, int count) =>
    [
        .. Enumerable.Range(0, queries).Select(query =>
        {
            var least = new TopK(count);
            foreach (var block in blocks)
            {
                least.Add(block._least[query]);
            }

            return (IReadOnlyList<long>)[.. blocks.SelectMany(block => block._rows[query]).Where(row => row.Most >= least.Threshold).Select(row => row.Row)];
        }),
    ];

    private void Look(QuantizedRows block, int first, int end, int query, float[] values)
    {
        var (rows, least) = (_rows[query], _least[query]);
        for (var row = first; row < end; row++)
        {
            var bounds = block.Bounds(row, values);
            if (bounds.Most >= least.Threshold)
            {
                rows.Add((block.First + row, bounds.Most));
                least.Add(bounds.Least);
            }
        }
    }
}
