using Mpuc.Kernels;
using Mpuc.Plugins.Audio.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Tests.Backbones;

/// <summary>The network with fused blocks against the same network in libtorch's own operators.</summary>
[TestFixture]
internal sealed class FusedTcnTests
{
    [TearDown]
    public void EnableKernels() => FusedKernels.Enabled = true;

    [TestCase(90, 90, 90)]
    [TestCase(90, 31, 90)]
    [TestCase(17, 1, 16)]
    public void Features_and_gradients_are_those_of_the_plain_layers(int frames, int first, int second)
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var windows = randn(2, frames, 40);
        var lengths = tensor(new long[] { first, second });
        var fused = Run(ScalarType.Float32);
        FusedKernels.Enabled = false;
        var plain = Run(ScalarType.Float32);
        var exact = Run(ScalarType.Float64);

        foreach (var (name, expected) in exact)
        {
            // A slope's gradient is one number, a sum over the whole batch in which most of the terms cancel.
            var tolerance = expected.numel() == 1 ? 5e-4 : 1e-5;
            Assert.That(Difference(fused[name], expected), Is.LessThan(tolerance), $"{name}, fused");
            Assert.That(Difference(plain[name], expected), Is.LessThan(tolerance), $"{name}, plain");
        }

        Dictionary<string, Tensor> Run(ScalarType type)
        {
            manual_seed(3);
            var tcn = new Tcn(new BackboneContext([40], frames), new OptionValues(TcnOptions.Schema));
            tcn.eval();
            tcn.to(type);
            var input = windows.clone().to_type(type).requires_grad_();
            var features = tcn.call(input, lengths);
            (features * arange(features.numel(), type).view(features.shape).sin()).sum().backward();
            var gradients = tcn.named_parameters().ToDictionary(pair => pair.name, pair => pair.parameter.grad!);
            return new(gradients) { ["features"] = features.detach(), ["input"] = input.grad! };
        }
    }

    [Test]
    public void Training_draws_its_dropout_from_the_default_generator()
    {
        using var scope = NewDisposeScope();
        using var tcn = new Tcn(new BackboneContext([16], 20), new OptionValues(TcnOptions.Schema));
        var windows = randn(4, 20, 16);
        var lengths = full(4, 20, dtype: ScalarType.Int64);
        manual_seed(1);
        var state = get_rng_state();
        var first = tcn.call(windows, lengths);
        var second = tcn.call(windows, lengths);
        set_rng_state(state);

        Assert.That(tcn.call(windows, lengths).Equals(first), Is.True);
        Assert.That(second.Equals(first), Is.False);
    }

    private static double Difference(Tensor actual, Tensor expected)
    {
        var difference = (actual.to_type(ScalarType.Float64) - expected).abs().max().item<double>();
        return difference / expected.abs().max().item<double>();
    }
}
