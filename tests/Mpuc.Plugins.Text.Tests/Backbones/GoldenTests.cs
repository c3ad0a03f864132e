using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Plugins.Text.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Text.Tests.Backbones;

[TestFixture(TextConstants.Transformer)]
[TestFixture(MeanPerceptron.BackboneName)]
internal sealed class GoldenTests(string name)
{
    private static readonly JsonNode File = TestData.Golden("backbones.json");

    private JsonNode Sizes => File[name]!["sizes"]!;

    [TestCase(0, ScalarType.Float64, 1e-10)]
    [TestCase(1, ScalarType.Float64, 1e-10)]
    [TestCase(0, ScalarType.Float32, 1e-5)]
    [TestCase(1, ScalarType.Float32, 1e-5)]
    public void Features_and_gradients_are_those_of_PyTorchs_layers_window_by_window(int index, ScalarType type, double tolerance)
    {
        using var scope = NewDisposeScope();
        var expected = File[name]!["cases"]![index]!;
        using var network = Network(expected["gradients"]!.AsObject(), type);
        var lengths = tensor(expected["lengths"]!.Deserialize<long[]>()!);
        var windows = Windows(lengths, type);

        var features = network.call(windows, lengths);
        (features * Wave(9, type, features.shape)).sum().backward();

        var columns = features.detach().slice(1, 0, Backbone.FeatureSize, 64).to_type(ScalarType.Float64);
        Assert.That(
            columns.data<double>().ToArray(),
            Is.EqualTo(expected["features"]!.AsArray().SelectMany(row => row!.Numbers())).Within(tolerance));
        foreach (var (parameter, gradient) in Gradients(network, windows))
        {
            var projection = (double)expected["gradients"]![parameter]!;
            Assert.That(gradient, Is.EqualTo(projection).Within(tolerance * 20 * Math.Max(1, Math.Abs(projection))), parameter);
        }
    }

    [TestCase(0, 8)]
    [TestCase(1, 5)]
    public void Positions_are_those_of_the_formula(int index, int width)
    {
        using var scope = NewDisposeScope();

        var positions = SinusoidalPositions.Of(6, width, zeros(1, dtype: ScalarType.Float64));

        Assert.That(positions.shape, Is.EqualTo(new long[] { 6, width }));
        Assert.That(
            positions.data<double>().ToArray(),
            Is.EqualTo(File["positions"]![index]!.AsArray().SelectMany(row => row!.Numbers())).Within(1e-12));
    }

    private Backbone Network(JsonObject parameters, ScalarType type)
    {
        var set = Sizes.AsObject()
            .Where(size => size.Key is not ("width" or "frames"))
            .ToDictionary(size => size.Key, size => (object)(int)size.Value!);
        set["dropout"] = 0.0;
        var context = new BackboneContext([(int)Sizes["width"]!], (int)Sizes["frames"]!);
        Backbone network = name == TextConstants.Transformer
            ? new Transformer(context, new OptionValues(TransformerOptions.Schema, set))
            : new MeanPerceptron(context, new OptionValues(MeanPerceptron.Schema, set));
        network.to(type);
        var state = network.state_dict();
        using var noGrad = no_grad();
        foreach (var (parameter, seed) in parameters.Select((pair, seed) => (pair.Key, seed)).Where(pair => pair.Key != "input"))
        {
            state[parameter].copy_(0.5 * Golden.Wave(seed, state[parameter].shape));
        }

        return network;
    }

    private Tensor Windows(Tensor lengths, ScalarType type)
    {
        var (frames, width) = ((long)Sizes["frames"]!, (long)Sizes["width"]!);
        var values = Wave(5, type, lengths.shape[0], frames, width);
        for (var row = 0; row < lengths.shape[0]; row++)
        {
            var length = lengths[row].item<long>();
            values[row].narrow(0, length, frames - length).zero_();
        }

        return values.requires_grad_();
    }

    private static IEnumerable<(string Name, double Projection)> Gradients(Backbone network, Tensor windows)
    {
        foreach (var (parameter, values) in network.named_parameters().Select(pair => (pair.Item1, (Tensor)pair.Item2))
            .Append(("input", windows)))
        {
            var gradient = values.grad!.to_type(ScalarType.Float64);
            yield return (parameter, (gradient * Golden.Wave(11, gradient.numel()).reshape(gradient.shape)).sum().item<double>());
        }
    }

    private static Tensor Wave(long seed, ScalarType type, params long[] shape) => Golden.Wave(seed, shape).to_type(type);
}
