using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Evaluation.Representation;

/// <summary>Measures embeddings; NaN rows stand for missing modalities and take no part.</summary>
internal static class EmbeddingGeometry
{
    // Rows of similarities at once, so that the memory stays small beside a large test set.
    private const int Block = 1024;

    /// <summary>Measures all modalities and pairs.</summary>
    /// <param name="embeddings">Embeddings of the same N recordings, <c>[N, D]</c> each, by modality; need not be normalised.</param>
    public static RepresentationMeasures Measure(IReadOnlyDictionary<string, Tensor> embeddings)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var unit = embeddings.ToDictionary(pair => pair.Key, pair => nn.functional.normalize(pair.Value.to(ScalarType.Float64), dim: 1));
        var names = unit.Keys.ToList();
        var pairs = names.SelectMany((first, i) => names.Skip(i + 1).Select(second => (first, second))).ToList();
        return new RepresentationMeasures
        {
            Alignment = pairs.Select(pair => (pair.first, pair.second, Rows: Both(unit[pair.first], unit[pair.second])))
                .Where(pair => pair.Rows.First.shape[0] > 1)
                .ToDictionary(pair => $"{pair.first}, {pair.second}", pair => Alignment(pair.Rows.First, pair.Rows.Second)),
            Uniformity = names.Select(name => (name, Rows: Both(unit[name], unit[name]).First)).Where(pair => pair.Rows.shape[0] > 1)
                .ToDictionary(pair => pair.name, pair => Uniformity(pair.Rows)),
            Retrieval =
            [
                .. from query in names
                   from target in names
                   where query != target
                   let rows = Both(unit[query], unit[target])
                   where rows.First.shape[0] > 1
                   select Retrieve(query, target, rows.First, rows.Second),
            ],
        };
    }

    private static (Tensor First, Tensor Second) Both(Tensor first, Tensor second)
    {
        var there = first.isnan().logical_or(second.isnan()).any(1).logical_not().nonzero().flatten();
        return (first.index_select(0, there), second.index_select(0, there));
    }

    private static double Alignment(Tensor first, Tensor second) => (first - second).square().sum(1).mean().item<double>();

    // exp(-2 d^2) = exp(4 cos - 4) for vectors of length 1; a recording with itself gives exactly 1 and is no pair.
    private static double Uniformity(Tensor rows)
    {
        var count = rows.shape[0];
        var sum = 0.0;
        foreach (var block in rows.split(Block))
        {
            using var scope = NewDisposeScope();
            sum += ((4 * block.mm(rows.t())) - 4).exp().sum().item<double>();
        }

        return Math.Log(Math.Max((sum - count) / ((double)count * (count - 1)), double.Epsilon));
    }

    // A candidate that is as similar as the right one counts as nearer, so that embeddings that are all the same retrieve nothing.
    private static RetrievalRecall Retrieve(string query, string target, Tensor queries, Tensor candidates)
    {
        var count = queries.shape[0];
        var ranks = new List<long>();
        for (var start = 0L; start < count; start += Block)
        {
            using var scope = NewDisposeScope();
            var length = Math.Min(Block, count - start);
            var similarities = queries.narrow(0, start, length).mm(candidates.t());
            var right = similarities.gather(1, arange(start, start + length, dtype: ScalarType.Int64).unsqueeze(1));
            ranks.AddRange(similarities.ge(right).sum(dim: 1).data<long>().ToArray());
        }

        return new RetrievalRecall(query, target, (int)count, At(1), At(5), At(10), Chance(1), Chance(5), Chance(10));

        double At(int k) => ranks.Count(rank => rank <= k) / (double)count;

        double Chance(int k) => Math.Min(1, k / (double)count);
    }
}

/// <summary>
/// Cross-modal retrieval: how often the recording of a query in one modality is among the k most similar in another. Fractions, 0 to 1.
/// </summary>
/// <param name="Query">The modality of the queries.</param>
/// <param name="Target">The modality that is searched.</param>
/// <param name="Recordings">Recordings that have both, every one a query and a candidate.</param>
/// <param name="At1">Recall among the nearest.</param>
/// <param name="At5">Recall among the five nearest.</param>
/// <param name="At10">Recall among the ten nearest.</param>
/// <param name="ChanceAt1">What a random order reaches.</param>
/// <param name="ChanceAt5">The same among five.</param>
/// <param name="ChanceAt10">The same among ten.</param>
public sealed record RetrievalRecall(
    string Query,
    string Target,
    int Recordings,
    double At1,
    double At5,
    double At10,
    double ChanceAt1,
    double ChanceAt5,
    double ChanceAt10);
