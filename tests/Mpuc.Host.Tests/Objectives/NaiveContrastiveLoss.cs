using Mpuc.Host.Objectives;

namespace Mpuc.Host.Tests.Objectives;

/// <summary>
/// The loss as a reader of the paper would first write it: loops over pairs, anchors and candidates, in double precision, without tensors.
/// </summary>
internal sealed class NaiveContrastiveLoss(ObjectiveOptions options, int recordings, int views, long[]? labels = null)
{
    public int Rows => recordings * views;

    /// <param name="embeddings">By modality and row; null where the recording lacks the modality.</param>
    public double Total(IReadOnlyDictionary<string, double[]?[]> embeddings)
    {
        var (sum, weights) = (0.0, 0.0);
        foreach (var m in embeddings.Keys)
        {
            foreach (var n in embeddings.Keys)
            {
                if ((m != n || options.IncludeSameModality) && Common(embeddings[m], embeddings[n]) >= 2)
                {
                    var weight = options.PairWeights[new ModalityPair(m, n)];
                    sum += weight * Pair(embeddings[m], embeddings[n], m == n);
                    weights += weight;
                }
            }
        }

        return sum / weights;
    }

    public double Pair(double[]?[] anchors, double[]?[] candidates, bool sameModality)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < Rows; i++)
        {
            if (Has(anchors, candidates, i) && Sample(anchors, candidates, i, sameModality) is { } loss)
            {
                sum += loss;
                count++;
            }
        }

        return options.Reduction == LossReduction.Mean ? sum / count
            : options.Variant is ObjectiveVariant.Paper or ObjectiveVariant.Clip ? sum / views : sum;
    }

    private double? Sample(double[]?[] anchors, double[]?[] candidates, int i, bool sameModality)
    {
        var (denominator, positives) = (0.0, new List<double>());
        for (var j = 0; j < Rows; j++)
        {
            if (!Has(anchors, candidates, j))
            {
                continue;
            }

            var similarity = Cosine(anchors[i]!, candidates[j]!) / options.Temperature;
            denominator += InDenominator(i, j, sameModality) ? Math.Exp(similarity) : 0;
            if (IsPositive(i, j, sameModality))
            {
                positives.Add(similarity);
            }
        }

        if (positives.Count == 0)
        {
            return null;
        }

        var sum = positives.Sum(positive => -Math.Log(Math.Exp(positive) / denominator));
        return options.Variant == ObjectiveVariant.TwoView ? sum / (positives.Count + 1) : sum / positives.Count;
    }

    private bool IsPositive(int i, int j, bool sameModality) => options.Variant switch
    {
        ObjectiveVariant.TwoView => i % recordings == j % recordings && i != j,
        ObjectiveVariant.Supcon => labels![i % recordings] == labels[j % recordings] && !(sameModality && i == j),
        _ => i == j,
    };

    private bool InDenominator(int i, int j, bool sameModality) => options.Variant switch
    {
        ObjectiveVariant.Paper => i / recordings == j / recordings && i != j,
        ObjectiveVariant.Clip => i / recordings == j / recordings,
        ObjectiveVariant.TwoView => i != j,
        _ => !(sameModality && i == j),
    };

    private int Common(double[]?[] m, double[]?[] n) =>
        Enumerable.Range(0, Rows).Where(row => Has(m, n, row)).Select(row => row % recordings).Distinct().Count();

    private static bool Has(double[]?[] m, double[]?[] n, int row) => m[row] is not null && n[row] is not null;

    private static double Cosine(double[] u, double[] v) => Dot(u, v) / (Math.Sqrt(Dot(u, u)) * Math.Sqrt(Dot(v, v)));

    private static double Dot(double[] u, double[] v) => u.Zip(v, (x, y) => x * y).Sum();
}
