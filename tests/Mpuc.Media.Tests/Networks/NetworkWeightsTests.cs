using Mpuc.Media.Networks;
using TorchSharp;

namespace Mpuc.Media.Tests.Networks;

[TestFixture]
internal sealed class NetworkWeightsTests
{
    [Test]
    public void A_tensor_of_the_right_shape_is_found()
    {
        using var weights = RandomWeights.Of("a net", [("a", [2, 3])]);

        Assert.That(weights["a", 2, 3].shape, Is.EqualTo(new long[] { 2, 3 }));
    }

    [Test]
    public void A_missing_tensor_is_named()
    {
        using var weights = RandomWeights.Of("a net", []);

        AssertRefused(() => weights["a", 2], "it has no tensor 'a'");
    }

    [Test]
    public void A_wrong_shape_is_named()
    {
        using var weights = RandomWeights.Of("a net", [("a", [2, 3])]);

        AssertRefused(() => weights["a", 3, 2], "'a' has the shape [2, 3] instead of [3, 2]");
    }

    [Test]
    public void A_wrong_type_is_named()
    {
        using var weights = new NetworkWeights(
            "a net", "random.pt", new Dictionary<string, torch.Tensor> { ["a"] = torch.zeros(2, torch.ScalarType.Int64) });

        AssertRefused(() => weights["a", 2], "'a' holds Int64 instead of Float32");
    }

    [Test]
    public void Kernels_of_TensorFlow_are_turned_round()
    {
        using var weights = RandomWeights.Of("a net", [("a", [2, 3, 4, 5]), ("b", [2, 3, 4, 1])]);

        Assert.That(weights.Kernels("a", 2, 3, 4, 5).shape, Is.EqualTo(new long[] { 5, 4, 2, 3 }));
        Assert.That(weights.Kernels("b", 2, 3, 4, 1, isDepthwise: true).shape, Is.EqualTo(new long[] { 4, 1, 2, 3 }));
        Assert.That(
            weights.Kernels("a", 2, 3, 4, 5)[4, 3, 1, 2].item<float>(), Is.EqualTo(weights["a", 2, 3, 4, 5][1, 2, 3, 4].item<float>()));
    }

    [Test]
    public void Disposal_leaves_no_tensor_behind()
    {
        var left = LiveTensors.LeftBy(() =>
        {
            using var weights = RandomWeights.Of("a net", [("a", [2, 3, 4, 5])]);
            weights.Kernels("a", 2, 3, 4, 5);
        });

        Assert.That(left, Is.Zero);
    }

    private static void AssertRefused(Func<torch.Tensor> read, string reason) => Assert.That(
        () => read(),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            $"'random.pt' does not hold the weights of a net: {reason}; name the file that belongs to this network."));
}
