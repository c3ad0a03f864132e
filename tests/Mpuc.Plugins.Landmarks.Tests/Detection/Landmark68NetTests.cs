using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Media.Networks;
using Mpuc.Plugins.Landmarks.Detection;
using Mpuc.Plugins.Landmarks.Tests.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Tests.Detection;

/// <summary>The comparison with PyTorch; see tests/golden/landmarks_68.py.</summary>
[TestFixture]
internal sealed class Landmark68NetTests
{
    private static readonly JsonNode File = TestData.Golden("landmarks_68.json");

    private static Tensor Picture => (127.5 + (127.5 * Golden.Wave(5, 1, 3, 112, 112))).to_type(ScalarType.Float32);

    [Test]
    public void With_weights_from_a_formula_the_points_are_PyTorchs()
    {
        using var scope = NewDisposeScope();
        using var network = new Landmark68Net(FormulaWeights.Create());

        AssertClose(network.Locate(Picture), File["formula"]!.Numbers(), 1e-4);
    }

    [Test]
    public void With_the_packages_weights_the_points_are_PyTorchs()
    {
        using var scope = NewDisposeScope();
        using var network = PackageNetwork();

        AssertClose(network.Locate(Picture), File["package"]!.Numbers(), 1e-4);
    }

    [Test]
    public void Each_face_is_looked_at_by_itself()
    {
        using var scope = NewDisposeScope();
        using var network = new Landmark68Net(FormulaWeights.Create());
        var faces = rand([3, 3, 112, 112]) * 255;

        var together = network.Locate(faces);

        Assert.That(together.shape, Is.EqualTo(new long[] { 3, 136 }));
        Assert.That((network.Locate(faces.narrow(0, 1, 1)) - together.narrow(0, 1, 1)).abs().max().item<float>(), Is.LessThan(1e-4));
    }

    [Test]
    public void Weights_of_another_network_are_refused_with_the_tensor_that_differs()
    {
        using var scope = NewDisposeScope();
        var weights = new NetworkWeights(
            "the 68-point landmark network", "tiny.json", new Dictionary<string, Tensor> { ["conv0/filters"] = zeros(1) });

        Assert.That(
            () => new Landmark68Net(weights),
            Throws.TypeOf<MpucException>().With.Message.Contains("'tiny.json'").And.Message.Contains("dense0/conv0/filters"));
    }

    [Test]
    public void Locating_leaves_no_tensor_behind()
    {
        using var network = new Landmark68Net(FormulaWeights.Create());
        using var faces = zeros(2, 3, 112, 112);
        network.Locate(faces).Dispose();

        Assert.That(LiveTensors.LeftBy(() => network.Locate(faces).Dispose()), Is.Zero);
    }

    internal static Landmark68Net PackageNetwork() =>
        new(NetworkWeights.Read("the 68-point landmark network", new TestWeights(), TestWeights.Manifest("face_landmark_68_model")));

    private static void AssertClose(Tensor actual, double[] expected, double tolerance) => Assert.That(
        actual.to_type(ScalarType.Float64).data<double>().ToArray(),
        Is.EqualTo(expected).Within(tolerance * Math.Max(1, expected.Max(Math.Abs))));

    /// <summary>Weights that both sides compute.</summary>
    internal static class FormulaWeights
    {
        public static NetworkWeights Create() => new("the 68-point landmark network", "formula", Tensors());

        public static Dictionary<string, Tensor> Tensors()
        {
            var tensors = new Dictionary<string, Tensor>();
            foreach (var (name, node) in File["shapes"]!.AsObject())
            {
                using var scope = NewDisposeScope();
                var shape = node.Deserialize<long[]>()!;
                var values = (2 / Math.Sqrt(Inputs(name, shape))) * Golden.Wave(tensors.Count, shape);
                tensors.Add(name, values.to_type(ScalarType.Float32).DetachFromDisposeScope());
            }

            return tensors;
        }

        private static long Inputs(string name, long[] shape) => name.Split('/')[^1] switch
        {
            "filters" => 27,
            "depthwise_filter" => 9,
            "pointwise_filter" => shape[2],
            "weights" => 256,
            _ => 400,
        };
    }
}
