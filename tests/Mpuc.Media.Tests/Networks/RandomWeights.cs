using Mpuc.Media.Networks;
using TorchSharp;

namespace Mpuc.Media.Tests.Networks;

/// <summary>Weights of the detectors' shapes, for what does not depend on their values.</summary>
internal static class RandomWeights
{
    private static readonly long[] TinyChannels = [16, 32, 64, 128, 256, 512];

    public static NetworkWeights Tiny() => Of("the tiny face detector", [
        ("conv0/filters", [3, 3, 3, 16]), ("conv0/bias", [16]),
        .. Enumerable.Range(1, 5).SelectMany(layer => new (string, long[])[]
        {
            ($"conv{layer}/depthwise_filter", [3, 3, TinyChannels[layer - 1], 1]),
            ($"conv{layer}/pointwise_filter", [1, 1, TinyChannels[layer - 1], TinyChannels[layer]]),
            ($"conv{layer}/bias", [TinyChannels[layer]]),
        }),
        ("conv8/filters", [1, 1, 512, 25]), ("conv8/bias", [25])]);

    public static NetworkWeights Proposal() => Of("P-Net", [
        .. Layer(1, 10, 3, 3), .. Layer(2, 16, 10, 3), .. Layer(3, 32, 16, 3),
        ("conv4_1.weight", [2, 32, 1, 1]), ("conv4_1.bias", [2]), ("conv4_2.weight", [4, 32, 1, 1]), ("conv4_2.bias", [4])]);

    public static NetworkWeights Refinement() => Of("R-Net", [
        .. Layer(1, 28, 3, 3), .. Layer(2, 48, 28, 3), .. Layer(3, 64, 48, 2),
        .. Dense("dense4", 128, 576), ("prelu4.weight", [128]), .. Dense("dense5_1", 2, 128), .. Dense("dense5_2", 4, 128)]);

    public static NetworkWeights Output() => Of("O-Net", [
        .. Layer(1, 32, 3, 3), .. Layer(2, 64, 32, 3), .. Layer(3, 64, 64, 3), .. Layer(4, 128, 64, 2),
        .. Dense("dense5", 256, 1152), (
            "prelu5.weight", [256]), .. Dense("dense6_1", 2, 256), .. Dense("dense6_2", 4, 256), .. Dense("dense6_3", 10, 256)]);

    public static NetworkWeights Of(string network, IEnumerable<(string Name, long[] Shape)> shapes)
    {
        using var generator = new torch.Generator(7);
        using var scope = torch.NewDisposeScope();
        return new NetworkWeights(network, "random.pt", shapes.ToDictionary(
            entry => entry.Name, entry => torch.rand(entry.Shape, generator: generator).sub(0.5).DetachFromDisposeScope()));
    }

    private static (string, long[])[] Layer(int index, long outputs, long inputs, long kernel) =>
        [($"conv{index}.weight", [outputs, inputs, kernel, kernel]), ($"conv{index}.bias", [outputs]), ($"prelu{index}.weight", [outputs])];

    private static (string, long[])[] Dense(string name, long outputs, long inputs) =>
        [($"{name}.weight", [outputs, inputs]), ($"{name}.bias", [outputs])];
}
