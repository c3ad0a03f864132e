using Mpuc.Kernels;
using Mpuc.Plugins.Landmarks.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Tests.Backbones;

/// <summary>The network with fused convolutions against the same network in libtorch's own operators.</summary>
[TestFixture]
internal sealed class FusedStgcnTests
{
    private DisposeScope _scope = null!;

    [SetUp]
    public void SetUp() => _scope = NewDisposeScope();

    [TearDown]
    public void TearDown()
    {
        FusedKernels.Enabled = true;
        _scope.Dispose();
    }

    [TestCase(2, 64)]
    [TestCase(3, 64)]
    [TestCase(16, 64)]
    [TestCase(64, 64)]
    [TestCase(5, 16)]
    public void The_layers_result_and_gradients_are_those_of_its_plain_form(int inputs, int outputs)
    {
        manual_seed(7);
        var values = randn(2, 51, 21, inputs);
        var fused = Run(ScalarType.Float32);
        FusedKernels.Enabled = false;
        var plain = Run(ScalarType.Float32);
        var exact = Run(ScalarType.Float64);

        AssertClose(fused, exact, "fused");
        AssertClose(plain, exact, "plain");

        Dictionary<string, Tensor> Run(ScalarType type)
        {
            manual_seed(3);
            var layer = new GatedTemporalConvolution(inputs, outputs);
            layer.to(type);
            return Gradients(layer, values, type, layer.call);
        }
    }

    [TestCase(90, 90)]
    [TestCase(31, 90)]
    [TestCase(1, 16)]
    public void Features_and_gradients_are_those_of_the_plain_layers(int first, int second)
    {
        manual_seed(7);
        var values = randn(2, second, 51, 2);
        var lengths = tensor(new long[] { first, second });
        var fused = Run(ScalarType.Float32);
        FusedKernels.Enabled = false;
        var exact = Run(ScalarType.Float64);

        AssertClose(fused, exact, "fused");

        Dictionary<string, Tensor> Run(ScalarType type)
        {
            manual_seed(3);
            var network = Create(second, 0.3);
            network.eval();
            network.to(type);
            return Gradients(network, values, type, input => network.call(input, lengths));
        }
    }

    [Test]
    public void Training_draws_its_dropout_from_the_default_generator([Values] bool isFused)
    {
        FusedKernels.Enabled = isFused;
        var network = Create(20, 0.5);
        var windows = randn(2, 20, 51, 2);
        var lengths = full(2, 20, dtype: ScalarType.Int64);
        manual_seed(1);
        var state = get_rng_state();
        var first = network.call(windows, lengths);
        var second = network.call(windows, lengths);
        set_rng_state(state);

        Assert.That(network.call(windows, lengths).Equals(first), Is.True);
        Assert.That(second.Equals(first), Is.False);
    }

    [Test]
    public void In_training_the_layer_drops_its_share_and_the_rest_keeps_its_mean([Values] bool isFused)
    {
        FusedKernels.Enabled = isFused;
        var layer = new GatedTemporalConvolution(2, 64, dropout: 0.25);
        var values = randn(4, 51, 22, 2);
        layer.eval();
        var whole = layer.call(values);
        layer.train();

        var dropped = layer.call(values);

        var isKept = dropped > 0;
        Assert.That((isKept.sum() / (whole > 0).sum()).item<float>(), Is.EqualTo(0.75).Within(0.01));
        Assert.That((dropped - (whole / 0.75 * isKept)).abs().max().item<float>(), Is.LessThan(1e-5));
    }

    private static Stgcn Create(int frames, double dropout) => new(
        new BackboneContext([51, 2], frames),
        new OptionValues(StgcnOptions.Schema, new Dictionary<string, object> { ["dropout"] = dropout }));

    private static Dictionary<string, Tensor> Gradients(nn.Module module, Tensor values, ScalarType type, Func<Tensor, Tensor> run)
    {
        var input = values.clone().to_type(type).requires_grad_();
        var result = run(input);
        (result * arange(result.numel(), type).view(result.shape).sin()).sum().backward();
        var gradients = module.named_parameters().ToDictionary(pair => pair.name, pair => pair.parameter.grad!);
        return new(gradients) { ["result"] = result.detach(), ["input"] = input.grad! };
    }

    private static void AssertClose(Dictionary<string, Tensor> actual, Dictionary<string, Tensor> exact, string form)
    {
        foreach (var (name, expected) in exact)
        {
            var difference = (actual[name].to_type(ScalarType.Float64) - expected)
                .abs()
                .max()
                .item<double>() / expected.abs()
                .max()
                .item<double>();
            Assert.That(difference, Is.LessThan(1e-5), $"{name}, {form}");
        }
    }
}
