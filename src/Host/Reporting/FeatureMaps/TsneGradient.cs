using System.Numerics;

namespace Mpuc.Host.Reporting.FeatureMaps;

/// <summary>
/// What t-SNE minimises (van der Maaten and Hinton 2008, Eq. 3 to 5): the Kullback-Leibler divergence of the points' neighbourhoods in the
/// plane, by Student's t with one degree of freedom, from those they have. Exact: every pair is looked at.
/// </summary>
/// <param name="joint">The neighbourhoods, <c>[N * N]</c>, of <see cref="Neighbourhoods.Joint"/>.</param>
internal sealed class TsneGradient(double[] joint, int threads)
{
    private readonly int _count = (int)Math.Sqrt(joint.Length);
    private readonly ParallelOptions _parallel = new() { MaxDegreeOfParallelism = threads };

    /// <summary>
    /// The gradient, 4 sum_j (p_ij - q_ij) (y_i - y_j) / (1 + d_ij^2). Attraction and repulsion are summed apart, as the latter waits for
    /// the sum over all pairs.
    /// </summary>
    /// <param name="x">The points' first coordinates, <c>[N]</c>.</param>
    /// <param name="y">Their second coordinates.</param>
    public void Compute(double[] x, double[] y, double exaggeration, double[] gradientX, double[] gradientY)
    {
        var (repelX, repelY, sums) = (new double[_count], new double[_count], new double[_count]);
        Parallel.For(0, _count, _parallel, i => (gradientX[i], gradientY[i], repelX[i], repelY[i], sums[i]) = Row(i, x, y));
        var total = sums.Sum();
        for (var i = 0; i < _count; i++)
        {
            gradientX[i] = 4 * ((exaggeration * gradientX[i]) - (repelX[i] / total));
            gradientY[i] = 4 * ((exaggeration * gradientY[i]) - (repelY[i] / total));
        }
    }

    /// <summary>The divergence.</summary>
    /// <param name="y">Their second coordinates.</param>
    /// <returns>At least 0, in nats.</returns>
    public double Divergence(double[] x, double[] y)
    {
        var total = Enumerable.Range(0, _count).Sum(i => Row(i, x, y).Sum);
        var sum = 0.0;
        for (var i = 0; i < _count; i++)
        {
            for (var j = 0; j < _count; j++)
            {
                var p = joint[(i * _count) + j];
                var closeness = 1 / (1 + ((x[i] - x[j]) * (x[i] - x[j])) + ((y[i] - y[j]) * (y[i] - y[j])));
                sum += p > 0 ? p * Math.Log(p * total / closeness) : 0;
            }
        }

        return sum;
    }

    private (double AttractX, double AttractY, double RepelX, double RepelY, double Sum) Row(int i, double[] x, double[] y)
    {
        var (attractX, attractY, repelX, repelY, sum) =
            (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var (ownX, ownY) = (new Vector<double>(x[i]), new Vector<double>(y[i]));
        var whole = _count - (_count % Vector<double>.Count);
        for (var j = 0; j < whole; j += Vector<double>.Count)
        {
            var (dx, dy) = (ownX - new Vector<double>(x, j), ownY - new Vector<double>(y, j));
            var closeness = Vector<double>.One / (Vector<double>.One + (dx * dx) + (dy * dy));
            var pull = new Vector<double>(joint, (i * _count) + j) * closeness;
            var push = closeness * closeness;
            attractX += pull * dx;
            attractY += pull * dy;
            repelX += push * dx;
            repelY += push * dy;
            sum += closeness;
        }

        // The point itself was counted with a closeness of 1, and with nothing else.
        var result = (Vector.Sum(attractX), Vector.Sum(attractY), Vector.Sum(repelX), Vector.Sum(repelY), Sum: Vector.Sum(sum) - 1);
        for (var j = whole; j < _count; j++)
        {
            var (dx, dy) = (x[i] - x[j], y[i] - y[j]);
            var closeness = 1 / (1 + (dx * dx) + (dy * dy));
            var pull = joint[(i * _count) + j] * closeness;
            result = (
                result.Item1 + (pull * dx),
                result.Item2 + (pull * dy),
                result.Item3 + (closeness * closeness * dx),
                result.Item4 + (closeness * closeness * dy),
                result.Sum + closeness);
        }

        return result;
    }
}
