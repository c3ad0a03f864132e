using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Plugins.Landmarks.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Tests.Backbones;

[TestFixture]
internal sealed class StgcnGoldenTests
{
    private static readonly JsonNode File = TestData.Golden("landmarks_stgcn.json");

    [Test]
    public void Features_and_gradients_are_those_of_PyTorchs_plain_layers(
        [Values(0, 1, 2, 3)] int index, [Values(ScalarType.Float64, ScalarType.Float32)] ScalarType type)
    {
        using var scope = NewDisposeScope();
        var expected = File["cases"]![index]!;
        using var network = Network(expected, type);
        var lengths = tensor(expected["lengths"]!.Deserialize<long[]>()!);
        var windows = (0.5 + (0.5 * Golden.Wave(5, lengths.shape[0], (long)File["frames"]!, 51, 2))).to_type(type).requires_grad_();

        var features = network.call(windows, lengths);
        (features * Golden.Wave(9, features.shape).to_type(type)).sum().backward();

        var tolerance = type == ScalarType.Float64 ? 1e-10 : 1e-5;
        var columns = features.detach().slice(1, 0, Backbone.FeatureSize, 32).to_type(ScalarType.Float64);
        AssertClose(
            "features",
            columns.data<double>().ToArray(),
            [.. expected["features"]!.AsArray().SelectMany(row => row!.Numbers())],
            tolerance);
        foreach (var (name, gradient) in Gradients(network, windows))
        {
            AssertClose(name, [gradient], [(double)expected["gradients"]![name]!], tolerance * 20);
        }

        var mean = network.state_dict()["block2.norm.running_mean"].to_type(ScalarType.Float64);
        AssertClose("running mean", mean.data<double>().ToArray(), expected["runningMean"]!.Numbers(), tolerance);
    }

    private static Stgcn Network(JsonNode expected, ScalarType type)
    {
        var set = new Dictionary<string, object>
        {
            ["channels"] = (int)File["channels"]!,
            ["graphChannels"] = (int)File["graphChannels"]!,
            ["selfLoops"] = (int)expected["selfLoops"]!,
            ["attention"] = (bool)expected["attention"]!,
            ["dropout"] = 0.0,
        };
        var network = new Stgcn(new BackboneContext([51, 2], (int)File["frames"]!), new OptionValues(StgcnOptions.Schema, set));
        network.to(type);
        Refine(network, (int)expected["selfLoops"]!, type);
        network.train((bool)expected["training"]!);
        Fill(network, expected["gradients"]!.AsObject());
        return network;
    }

    private static void Fill(Stgcn network, JsonObject parameters)
    {
        var state = network.state_dict();
        using var noGrad = no_grad();
        foreach (var (name, seed) in parameters.Select((pair, seed) => (pair.Key, seed)).Where(pair => pair.Key != "input"))
        {
            var shape = state[name].shape;
            var scale = shape.Length < 2 ? 0.3 : 1.5 / Math.Sqrt(shape.Skip(1).Aggregate(1L, (product, size) => product * size));
            state[name].copy_((scale * Golden.Wave(seed, shape)) + (name.EndsWith("norm.weight", StringComparison.Ordinal) ? 1 : 0));
        }
    }

    // The plugin keeps the adjacency in single precision; to compare in double precision, the matrix is computed here once more.
    private static void Refine(Stgcn network, int selfLoops, ScalarType type)
    {
        using var noGrad = no_grad();
        var pattern = (network.state_dict()["adjacency"] > 0).to_type(ScalarType.Float64)
            + ((selfLoops - 1) * eye(51, dtype: ScalarType.Float64));
        var root = diag(pattern.sum(dim: 1).pow(-0.5));
        network.state_dict()["adjacency"].copy_(root.mm(pattern).mm(root).to_type(type));
    }

    private static IEnumerable<(string Name, double Projection)> Gradients(Stgcn network, Tensor windows)
    {
        foreach (var (name, parameter) in network.named_parameters().Select(pair => (pair.Item1, (Tensor)pair.Item2))
            .Append(("input", windows)))
        {
            var gradient = parameter.grad!.to_type(ScalarType.Float64);
            yield return (name, (gradient * Golden.Wave(11, gradient.numel()).reshape(gradient.shape)).sum().item<double>());
        }
    }

    private static void AssertClose(string what, double[] actual, double[] expected, double tolerance) =>
        Assert.That(actual, Is.EqualTo(expected).Within(tolerance * Math.Max(1, expected.Max(Math.Abs))), what);
}
