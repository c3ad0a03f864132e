using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mpuc.Torch.Tests.Modules;

internal sealed class InPlaceTests : ScopedTests
{
    private static readonly Dictionary<string, Func<bool, Module<Tensor, Tensor>>> Layers = new()
    {
        ["ReLU"] = ReLU,
        ["ReLU6"] = ReLU6,
        ["LeakyReLU"] = inplace => LeakyReLU(0.2, inplace),
        ["ELU"] = inplace => ELU(0.7, inplace),
        ["SELU"] = SELU,
        ["CELU"] = inplace => CELU(0.7, inplace),
        ["GELU"] = GELU,
        ["SiLU"] = SiLU,
        ["Mish"] = Mish,
        ["Sigmoid"] = Sigmoid,
        ["Tanh"] = Tanh,
        ["Hardtanh"] = inplace => Hardtanh(-0.5, 0.5, inplace),
        ["Hardsigmoid"] = Hardsigmoid,
        ["Hardswish"] = Hardswish,
        ["Tanhshrink"] = Tanhshrink,
        ["Softsign"] = Softsign,
        ["Threshold"] = inplace => Threshold(0.1, -2, inplace),
    };

    public static IEnumerable<string> Names => Layers.Keys;

    [Test]
    public void An_activation_in_place_writes_its_result_over_its_input([ValueSource(nameof(Names))] string name)
    {
        var input = linspace(-3, 3, 25);
        var expected = Layers[name](false).call(input);
        Assert.That(input.Equals(expected), Is.False);

        var output = Layers[name](true).call(input);

        Assert.That(input.allclose(expected) && output.allclose(expected), Is.True);
    }

    [Test]
    public void Disposing_the_result_leaves_the_input()
    {
        var input = ones(3);

        ReLU(inplace: true).call(input).Dispose();

        Assert.That(input.sum().item<float>(), Is.EqualTo(3));
    }

    [Test]
    public void Dropout_in_place_zeroes_its_input()
    {
        var input = ones(1000);

        Dropout(0.5, inplace: true).call(input);

        Assert.That(input.eq(0).any().item<bool>(), Is.True);
    }
}
