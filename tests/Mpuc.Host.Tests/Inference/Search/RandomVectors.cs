namespace Mpuc.Host.Tests.Inference.Search;

/// <summary>Vectors of length 1 that a seed decides.</summary>
internal static class RandomVectors
{
    public static float[] Of(int count, int dimensions, int seed, double spread = 1)
    {
        var (random, common) = (new Random(seed), new Random(99));
        var centre = Enumerable.Range(0, dimensions).Select(_ => common.NextDouble() - 0.5).ToArray();
        return
        [
            .. Enumerable.Range(0, count).SelectMany(_ =>
                Unit([.. centre.Select(value => ((1 - spread) * value) + (spread * (random.NextDouble() - 0.5)))])),
        ];
    }

    public static double Cosine(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var sum = 0.0;
        for (var place = 0; place < first.Length; place++)
        {
            sum += (double)first[place] * second[place];
        }

        return sum;
    }

    private static float[] Unit(double[] values)
    {
        var length = Math.Sqrt(values.Sum(value => value * value));
        return [.. values.Select(value => (float)(value / length))];
    }
}
