using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Plugins.Face.Backbones.R2Plus1d;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Face.Tests.Backbones;

/// <summary>The comparison with torchvision; see tests/golden/r2plus1d.py.</summary>
[TestFixture]
internal sealed class R2Plus1dGoldenTests
{
    private static readonly JsonNode File = JsonNode.Parse(
        System.IO.File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "golden", "r2plus1d.json")))!;

    [Test]
    public void The_state_has_torchvisions_names_and_shapes()
    {
        using var network = Network();

        Assert.That(
            network.state_dict().Select(entry => $"{entry.Key} [{string.Join(", ", entry.Value.shape)}]"),
            Is.EquivalentTo(
                File["state"]!.AsObject().Select(entry => $"{entry.Key} [{string.Join(", ", entry.Value.Deserialize<long[]>()!)}]")));
    }

    // In single precision a ReLU's input near zero falls on the other side here and there, which PyTorch's own gradients show just as well:
    // so gradients are compared in double precision.
    [TestCase(0)]
    [TestCase(1)]
    public void Features_and_gradients_are_torchvisions(int index)
    {
        using var scope = NewDisposeScope();
        var expected = File["cases"]![index]!;
        using var network = Network(expected, ScalarType.Float64);
        var clips = Clips(ScalarType.Float64).requires_grad_();

        var features = network.call(clips, Lengths);
        (features * Golden.Wave(9, features.shape)).sum().backward();

        AssertClose("features", Columns(features), Features(expected), 1e-9);
        AssertClose(
            "running mean",
            network.state_dict()["layer4.1.conv2.1.running_mean"].slice(0, 0, 512, 64),
            Numbers(expected["runningMean"]),
            1e-9);
        AssertClose(
            "running variance",
            network.state_dict()["layer4.1.conv2.1.running_var"].slice(0, 0, 512, 64),
            Numbers(expected["runningVariance"]),
            1e-9);
        var parameters = network.named_parameters().ToDictionary(pair => pair.name, pair => (Tensor)pair.parameter);
        foreach (var (name, projection) in expected["gradients"]!.AsObject())
        {
            var gradient = (name == "input" ? clips : parameters[name]).grad!.flatten();
            AssertClose(name, (gradient * Golden.Wave(11, gradient.numel())).sum(), [(double)projection!], 1e-8);
        }
    }

    [Test]
    public void Features_in_single_precision_are_torchvisions()
    {
        using var scope = NewDisposeScope();
        var expected = File["cases"]![0]!;
        using var network = Network(expected, ScalarType.Float32);
        using var noGrad = no_grad();

        AssertClose("features", Columns(network.call(Clips(ScalarType.Float32), Lengths)), Features(expected), 1e-4);
    }

    private static Tensor Lengths => full((long)File["shape"]![0]!, (long)File["shape"]![1]!, dtype: ScalarType.Int64);

    private static Tensor Clips(ScalarType type) => Golden.Wave(5, File["shape"].Deserialize<long[]>()!).to_type(type);

    private static Tensor Columns(Tensor features) => features.detach().slice(1, 0, Backbone.FeatureSize, 32);

    private static double[] Features(JsonNode expected) => [.. expected["features"]!.AsArray().SelectMany(Numbers)];

    private static R2Plus1dNet Network(JsonNode expected, ScalarType type)
    {
        var network = Network();
        network.to(type);
        Fill(network);
        network.train((bool)expected["training"]!);
        return network;
    }

    private static R2Plus1dNet Network()
    {
        var withoutDropout = new OptionValues(R2Plus1dOptions.Schema, new Dictionary<string, object> { ["dropout"] = 0.0 });
        return new R2Plus1dNet(new BackboneContext([3, 32, 32], 5), withoutDropout, new StoredTensors());
    }

    private static void Fill(R2Plus1dNet network)
    {
        using var noGrad = no_grad();
        var seed = 0;
        var state = network.state_dict();
        foreach (var (name, _) in File["state"]!.AsObject()
            .Where(entry => !entry.Key.EndsWith("num_batches_tracked", StringComparison.Ordinal)))
        {
            using var scope = NewDisposeScope();
            var value = state[name];
            var wave = Golden.Wave(seed++, value.shape);
            value.copy_(
                name.EndsWith("running_var", StringComparison.Ordinal) ? 1 + (0.5 * wave)
                : name.EndsWith("running_mean", StringComparison.Ordinal) ? 0.1 * wave
                : value.dim() > 1 ? wave * (2 * Math.Sqrt(2.0 / (value.numel() / value.shape[0])))
                : name.EndsWith("weight", StringComparison.Ordinal) ? 1 + (0.2 * wave)
                : 0.1 * wave);
        }
    }

    private static double[] Numbers(JsonNode? node) => node.Deserialize<double[]>()!;

    private static void AssertClose(string what, Tensor actual, double[] expected, double tolerance) => Assert.That(
        actual.to_type(ScalarType.Float64).contiguous().data<double>().ToArray(),
        Is.EqualTo(expected).Within(tolerance * Math.Max(1, expected.Max(Math.Abs))),
        what);
}
