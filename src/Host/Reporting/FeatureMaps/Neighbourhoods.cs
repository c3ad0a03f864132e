namespace Mpuc.Host.Reporting.FeatureMaps;

/// <summary>
/// How likely points pick each other as neighbours (van der Maaten and Hinton 2008, Eq. 1 and Sec. 3.1): Gaussians around each point, each
/// as wide as gives the wanted perplexity.
/// </summary>
internal static class Neighbourhoods
{
    private const int Halvings = 200;
    private const double Tolerance = 1e-10;

    /// <summary>Computes the symmetric joint probabilities.</summary>
    /// <param name="rows">Points, <c>[N][D]</c>, N at least 2.</param>
    /// <param name="perplexity">Above 1, below N - 1.</param>
    /// <returns><c>[N * N]</c>, row by row; they sum to 1.</returns>
    public static double[] Joint(double[][] rows, double perplexity)
    {
        var n = rows.Length;
        var conditional = rows.Select((_, i) => Conditional(DistancesOf(rows, i), i, perplexity)).ToArray();
        var joint = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                joint[(i * n) + j] = i == j ? 0 : Math.Max((conditional[i][j] + conditional[j][i]) / (2.0 * n), double.Epsilon);
            }
        }

        return joint;
    }

    /// <summary>The probabilities with which one point picks the others.</summary>
    /// <param name="distances">Its squared distances to all points, <c>[N]</c>.</param>
    /// <param name="self">Its own place, which it never picks.</param>
    /// <returns><c>[N]</c>; they sum to 1.</returns>
    public static double[] Conditional(double[] distances, int self, double perplexity)
    {
        var mean = distances.Average();
        var (low, high, precision) = (0.0, double.PositiveInfinity, mean > 0 ? 1 / mean : 1);
        var nearest = distances.Where((_, j) => j != self).Min();
        var probabilities = new double[distances.Length];
        for (var halving = 0; halving < Halvings; halving++)
        {
            var difference = Entropy(distances, self, nearest, precision, probabilities) - Math.Log(perplexity);
            if (Math.Abs(difference) < Tolerance)
            {
                break;
            }

            (low, high) = difference > 0 ? (precision, high) : (low, precision);
            precision = double.IsPositiveInfinity(high) ? precision * 2 : (low + high) / 2;
        }

        return probabilities;
    }

    // Fills in the probabilities; the nearest point's distance is taken off all, which changes nothing and keeps a sum above 0.
    private static double Entropy(double[] distances, int self, double nearest, double precision, double[] probabilities)
    {
        var (sum, weighted) = (0.0, 0.0);
        for (var j = 0; j < distances.Length; j++)
        {
            var distance = distances[j] - nearest;
            probabilities[j] = j == self ? 0 : Math.Exp(-distance * precision);
            sum += probabilities[j];
            weighted += distance * probabilities[j];
        }

        for (var j = 0; j < distances.Length; j++)
        {
            probabilities[j] /= sum;
        }

        return Math.Log(sum) + (precision * weighted / sum);
    }

    private static double[] DistancesOf(double[][] rows, int i) => [.. rows.Select(row =>
    {
        var sum = 0.0;
        for (var k = 0; k < row.Length; k++)
        {
            sum += (row[k] - rows[i][k]) * (row[k] - rows[i][k]);
        }

        return sum;
    })];
}
