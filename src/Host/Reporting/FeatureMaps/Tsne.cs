namespace Mpuc.Host.Reporting.FeatureMaps;

/// <summary>
/// t-SNE (van der Maaten and Hinton 2008), exact, for some thousand points: a step costs N^2. It starts from the first two principal
/// components, as scikit-learn does, so there is nothing random in it.
/// </summary>
internal static class Tsne
{
    private const double StartingDeviation = 1e-4;
    private const double MinGain = 0.01;

    /// <summary>Places points in the plane.</summary>
    /// <param name="rows">Points, <c>[N][D]</c>, N at least 4.</param>
    /// <param name="start">Where they start, <c>[N][2]</c> or more; only the proportions count.</param>
    public static (double X, double Y)[] Embed(double[][] rows, double[][] start, TsneOptions options, CancellationToken cancellationToken)
    {
        var joint = Neighbourhoods.Joint(rows, PerplexityFor(rows.Length, options.Perplexity));
        var gradient = new TsneGradient(joint, options.Threads);
        var scale = StartingDeviation / Math.Max(double.Epsilon, Deviation([.. start.Select(row => row[0])]));
        var (x, y) = (new Coordinate([.. start.Select(row => row[0] * scale)]), new Coordinate([.. start.Select(row => row[1] * scale)]));
        var rate = Math.Max(rows.Length / options.Exaggeration / 4, 50);
        for (var step = 0; step < options.Steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isEarly = step < options.ExaggeratedSteps;
            gradient.Compute(x.Places, y.Places, isEarly ? options.Exaggeration : 1, x.Gradient, y.Gradient);
            x.Step(rate, momentum: isEarly ? 0.5 : 0.8);
            y.Step(rate, momentum: isEarly ? 0.5 : 0.8);
        }

        return [.. x.Places.Zip(y.Places)];
    }

    /// <summary>The perplexity that so many points allow.</summary>
    /// <param name="points">N, at least 4.</param>
    /// <returns>At most a third of N - 1.</returns>
    public static double PerplexityFor(int points, double wanted) => Math.Min(wanted, Math.Max(1.01, (points - 1) / 3.0));

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length);
    }

    /// <summary>
    /// One coordinate of all points, moved by gradient descent with momentum and a gain of its own per point (Jacobs 1988).
    /// </summary>
    private sealed class Coordinate(double[] places)
    {
        private readonly double[] _gains = [.. places.Select(_ => 1.0)];
        private readonly double[] _velocities = new double[places.Length];

        public double[] Places { get; } = places;

        public double[] Gradient { get; } = new double[places.Length];

        public void Step(double rate, double momentum)
        {
            for (var i = 0; i < Places.Length; i++)
            {
                _gains[i] = _velocities[i] * Gradient[i] < 0 ? _gains[i] + 0.2 : Math.Max(MinGain, _gains[i] * 0.8);
                _velocities[i] = (momentum * _velocities[i]) - (rate * _gains[i] * Gradient[i]);
                Places[i] += _velocities[i];
            }
        }
    }
}

/// <summary>
/// The settings of <see cref="Tsne"/>; the defaults are those of van der Maaten and Hinton (2008) with the learning rate of Belkina et al.
/// (2019).
/// </summary>
internal sealed record TsneOptions
{
    /// <summary>How many neighbours a point has, effectively; at most a third of the other points, to which it is lowered.</summary>
    public double Perplexity { get; init; } = 30;

    /// <summary>Steps in all.</summary>
    public int Steps { get; init; } = 1000;

    /// <summary>Steps at the start in which neighbours attract each other more than they should.</summary>
    public int ExaggeratedSteps { get; init; } = 250;

    /// <summary>How much more.</summary>
    public double Exaggeration { get; init; } = 12;

    /// <summary>Rows that are worked on at once; changes no figure.</summary>
    public int Threads { get; init; } = 1;
}
