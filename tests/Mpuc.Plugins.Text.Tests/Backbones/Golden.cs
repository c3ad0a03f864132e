using TorchSharp;

namespace Mpuc.Plugins.Text.Tests.Backbones;

/// <summary>The formula that gives the weights and inputs of the golden files; see tests/golden/make_text_golden.py.</summary>
internal static class Golden
{
    public static torch.Tensor Wave(long seed, params long[] shape)
    {
        var count = shape.Aggregate(1L, (product, size) => product * size);
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = Math.Sin((1.7 * i) + (0.3 * seed)) * Math.Cos((0.31 * i * i / (count + 1)) + seed);
        }

        return torch.tensor(values).reshape(shape);
    }
}
