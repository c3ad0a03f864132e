using Mpuc.Kernels;
using Mpuc.Plugins.Landmarks.Backbones;
using Mpuc.Plugins.Landmarks.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Tests.Backbones;

/// <summary>The network with fused convolutions against the same network in libtorch's own operators.</summary>
[TestFixture]
internal sealed class FusedStgcnTests
{
    private const int Frames = 13;

    [TearDown]
    public void EnableKernels() => FusedKernels.Enabled = true;

    [TestCase(false, 13)]
    [TestCase(false, 8)]
    [TestCase(true, 13)]
    public void Features_and_gradients_are_those_of_the_plain_layers(bool attention, int valid)
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var windows = rand(2, Frames, FaceGraph.Nodes, 2);
        var lengths = tensor(new long[] { Frames, valid });
        var fused = Run(ScalarType.Float32);
        FusedKernels.Enabled = false;
        var exact = Run(ScalarType.Float64);

        foreach (var (name, expected) in exact)
        {
            // Relative to the greatest gradient of all: some of a normalised layer's are zero but for rounding.
            var scale = name == "features" ? expected.abs().max().item<double>() : exact.Max(pair => pair.Value.abs().max().item<double>());
            var difference = (fused[name].to_type(ScalarType.Float64) - expected).abs().max().item<double>() / scale;
            Assert.That(difference, Is.LessThan(1e-5), name);
        }

        Dictionary<string, Tensor> Run(ScalarType type)
        {
            manual_seed(3);
            var options = new Dictionary<string, object> { ["attention"] = attention, ["dropout"] = 0.0 };
            var network = new Stgcn(new BackboneContext([FaceGraph.Nodes, 2], Frames), new OptionValues(StgcnOptions.Schema, options));
            network.to(type);
            var input = windows.clone().to_type(type).requires_grad_();
            var features = network.call(input, lengths);
            (features * arange(features.numel(), type).view(features.shape).sin()).sum().backward();
            var gradients = network.named_parameters().Where(pair => pair.parameter.grad is not null)
                .ToDictionary(pair => pair.name, pair => pair.parameter.grad!);
            return new(gradients) { ["features"] = features.detach(), ["input"] = input.grad! };
        }
    }
}
