using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Plugins.Audio.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Tests.Backbones;

[TestFixture]
internal sealed class TcnGoldenTests
{
    private static readonly JsonNode File = TestData.Golden("tcn.json");

    [TestCase(0, ScalarType.Float64, 1e-10)]
    [TestCase(1, ScalarType.Float64, 1e-10)]
    [TestCase(0, ScalarType.Float32, 1e-5)]
    [TestCase(1, ScalarType.Float32, 1e-5)]
    public void Features_and_gradients_are_those_of_PyTorchs_layers_window_by_window(int index, ScalarType type, double tolerance)
    {
        using var scope = NewDisposeScope();
        var expected = File["cases"]![index]!;
        using var tcn = Network(expected["gradients"]!.AsObject(), type);
        var lengths = tensor(expected["lengths"]!.Deserialize<long[]>()!);
        var windows = Windows(lengths, type);

        var features = tcn.call(windows, lengths);
        (features * Wave(9, type, features.shape)).sum().backward();

        var columns = features.detach().slice(1, 0, Backbone.FeatureSize, 64).to_type(ScalarType.Float64);
        Assert.That(
            columns.data<double>().ToArray(),
            Is.EqualTo(expected["features"]!.AsArray().SelectMany(row => row!.Numbers())).Within(tolerance));
        foreach (var (name, gradient) in Gradients(tcn, windows))
        {
            Assert.That(gradient, Is.EqualTo((double)expected["gradients"]![name]!).Within(tolerance * 20), name);
        }
    }

    private static Tcn Network(JsonObject parameters, ScalarType type)
    {
        var sizes = File["sizes"]!;
        var set = new[] { "channels", "hidden", "blocks", "repeats" }.ToDictionary(name => name, name => (object)(int)sizes[name]!);
        set["dropout"] = 0.0;
        var tcn = new Tcn(new BackboneContext([(int)sizes["bands"]!], (int)sizes["frames"]!), new OptionValues(TcnOptions.Schema, set));
        tcn.to(type);
        var state = tcn.state_dict();
        using var noGrad = no_grad();
        foreach (var (name, seed) in parameters.Select((pair, seed) => (pair.Key, seed)).Where(pair => pair.Key != "input"))
        {
            state[name].copy_(0.5 * Golden.Wave(seed, state[name].shape));
        }

        return tcn;
    }

    private static Tensor Windows(Tensor lengths, ScalarType type)
    {
        var sizes = File["sizes"]!;
        var (frames, bands) = ((long)sizes["frames"]!, (long)sizes["bands"]!);
        var values = Wave(5, type, lengths.shape[0], frames, bands);
        for (var row = 0; row < lengths.shape[0]; row++)
        {
            var length = lengths[row].item<long>();
            values[row].narrow(0, length, frames - length).zero_();
        }

        return values.requires_grad_();
    }

    private static IEnumerable<(string Name, double Projection)> Gradients(Tcn tcn, Tensor windows)
    {
        foreach (var (name, parameter) in tcn.named_parameters().Select(pair => (pair.Item1, (Tensor)pair.Item2))
            .Append(("input", windows)))
        {
            var gradient = parameter.grad!.to_type(ScalarType.Float64);
            yield return (name, (gradient * Golden.Wave(11, gradient.numel()).reshape(gradient.shape)).sum().item<double>());
        }
    }

    private static Tensor Wave(long seed, ScalarType type, params long[] shape) => Golden.Wave(seed, shape).to_type(type);
}
