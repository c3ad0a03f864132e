using Mpuc.Kernels;
using Mpuc.Plugins.Text.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Text.Tests.Backbones;

/// <summary>The fused path of the Transformer against the module's own.</summary>
[NonParallelizable]
internal sealed class PackedLayersTests
{
    private const int Width = 30;
    private const int Frames = 9;

    private DisposeScope _scope = null!;
    private Transformer _network = null!;

    [SetUp]
    public void SetUp()
    {
        _scope = NewDisposeScope();
        manual_seed(2);
        var sizes = new Dictionary<string, object> { ["layers"] = 3, ["heads"] = 5, ["feedForward"] = 50, ["dropout"] = 0.5 };
        _network = new Transformer(new BackboneContext([Width], Frames), new OptionValues(TransformerOptions.Schema, sizes));
        _network.eval();
    }

    [TearDown]
    public void TearDown()
    {
        FusedKernels.Enabled = true;
        _network.Dispose();
        _scope.Dispose();
    }

    [TestCase(new long[] { 9, 9, 9 })]
    [TestCase(new long[] { 9, 1, 4 })]
    [TestCase(new long[] { 2, 1, 3 })]
    public void Features_and_all_gradients_are_those_of_the_plain_path(long[] lengths)
    {
        var words = randn(3, Frames, Width);
        var (features, gradients) = Run(fused: true);
        var (plainFeatures, plainGradients) = Run(fused: false);

        Assert.That((features - plainFeatures).abs().max().item<float>(), Is.LessThan(1e-5));
        Assert.That(gradients.Keys, Is.EquivalentTo(plainGradients.Keys));
        foreach (var (name, gradient) in gradients)
        {
            Assert.That((gradient - plainGradients[name]).abs().max().item<float>(), Is.LessThan(1e-4), name);
        }

        (Tensor Features, Dictionary<string, Tensor> Gradients) Run(bool fused)
        {
            FusedKernels.Enabled = fused;
            _network.zero_grad();
            var input = words.clone().requires_grad_();
            var result = _network.call(input, tensor(lengths));
            (result * arange(result.numel()).view(result.shape).sin()).sum().backward();
            var all = _network.named_parameters().ToDictionary(parameter => parameter.name, parameter => parameter.parameter.grad!.clone());
            all.Add("input", input.grad!);
            return (result.detach(), all);
        }
    }

    [Test]
    public void In_training_elements_are_dropped_and_a_seed_repeats_which()
    {
        _network.train();
        var words = randn(3, Frames, Width);
        var first = Draw(1);

        Assert.That(first.Equals(Draw(1)), Is.True);
        Assert.That(first.Equals(Draw(2)), Is.False);

        Tensor Draw(int seed)
        {
            manual_seed(seed);
            using var noGrad = no_grad();
            return _network.call(words, tensor(new long[] { 9, 5, 1 }));
        }
    }
}
