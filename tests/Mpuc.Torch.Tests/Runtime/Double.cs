using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

/// <summary>Float64 tensors from and to arrays, and random ones that are the same on every run.</summary>
internal static class Double
{
    public static Tensor Of(params double[] values) => tensor(values);

    public static double[] Values(Tensor tensor)
    {
        using var numbers = tensor.detach().to(float64);
        return numbers.data<double>().ToArray();
    }

    public static Tensor Random(params long[] shape)
    {
        using var generator = new Generator(17);
        return randn(shape, float64, generator: generator);
    }
}
