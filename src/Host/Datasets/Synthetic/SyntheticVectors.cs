using Mpuc.Host.Data;

namespace Mpuc.Host.Datasets.Synthetic;

/// <summary>
/// Renders a recording's vector, such as a row of facial measurements: the latent in a few directions of a larger space, stronger nuisances
/// in others, a constant offset and a little noise in all. The directions are orthonormal and mixed, so that no single number shows the
/// class.
/// </summary>
internal sealed class SyntheticVectors
{
    private const int NuisancesPerDimension = 3;
    private const double Noise = 0.3;

    private readonly SyntheticOptions _options;
    private readonly double[][] _directions;
    private readonly double[] _offset;

    /// <summary>Draws directions and offset.</summary>
    public SyntheticVectors(SyntheticOptions options)
    {
        var random = StableRandom.For(options.Seed, "synthetic", "vectors");
        _options = options;
        _directions = Orthonormal(options.Classes * (1 + NuisancesPerDimension), ref random, Size(options));
        _offset = Normal(Size(options), ref random, 2);
    }

    /// <summary>The length of a vector.</summary>
    public static int Size(SyntheticOptions options) => 8 * options.Classes;

    /// <summary>Renders a vector.</summary>
    /// <returns><see cref="Size"/> numbers.</returns>
    public double[] Render(SyntheticRecording recording)
    {
        var random = StableRandom.For(_options.Seed, "synthetic", "vector", recording.Id);
        double[] strengths = [.. recording.Vector, .. Normal(_directions.Length - recording.Vector.Count, ref random, _options.Nuisance)];
        var noise = Normal(_offset.Length, ref random, Noise);
        return [.. Enumerable.Range(0, _offset.Length)
            .Select(i => _offset[i] + noise[i] + strengths.Zip(_directions, (strength, direction) => strength * direction[i]).Sum())];
    }

    private static double[] Normal(int count, ref StableRandom random, double deviation)
    {
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = deviation * random.NextNormal();
        }

        return numbers;
    }

    // Gram and Schmidt's method on random directions.
    private static double[][] Orthonormal(int count, ref StableRandom random, int size)
    {
        var directions = new double[count][];
        for (var number = 0; number < count; number++)
        {
            var direction = Normal(size, ref random, 1);
            foreach (var earlier in directions.Take(number))
            {
                var along = earlier.Zip(direction, (a, b) => a * b).Sum();
                direction = [.. direction.Zip(earlier, (value, other) => value - (along * other))];
            }

            var length = Math.Sqrt(direction.Sum(value => value * value));
            directions[number] = [.. direction.Select(value => value / length)];
        }

        return directions;
    }
}
