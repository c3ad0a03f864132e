using TorchSharp;

namespace Mpuc.Tests;

/// <summary>The formula that gives the weights and inputs of the golden files; the scripts in tests/golden have the same.</summary>
internal static class Golden
{
    public static torch.Tensor Wave(long seed, params long[] shape)
    {
        var values = new double[shape.Aggregate(1L, (product, size) => product * size)];
        for (var i = 0L; i < values.Length; i++)
        {
            values[i] = Math.Sin((1.7 * i) + (0.3 * seed)) * Math.Cos((0.31 * i * i / (values.Length + 1)) + seed);
        }

        return torch.tensor(values, shape);
    }
}
