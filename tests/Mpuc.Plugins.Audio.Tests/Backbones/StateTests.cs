using Mpuc.Plugins.Audio.Backbones;

namespace Mpuc.Plugins.Audio.Tests.Backbones;

/// <summary>Names and shapes that checkpoints hold; a change breaks every saved model.</summary>
[TestFixture]
internal sealed class StateTests
{
    private static readonly string[] Block =
    [
        "expand.weight [128,64,1]",
        "expand.bias [128]",
        "activation1.weight [1]",
        "norm1.weight [128]",
        "norm1.bias [128]",
        "depthwise.weight [128,1,3]",
        "depthwise.bias [128]",
        "activation2.weight [1]",
        "norm2.weight [128]",
        "norm2.bias [128]",
        "reduce.weight [64,128,1]",
        "reduce.bias [64]",
    ];

    [Test]
    public void The_names_and_shapes_of_the_tcn_stay()
    {
        using var tcn = new Tcn(new BackboneContext([128], 90), new OptionValues(TcnOptions.Schema));

        Assert.That(State(tcn), Is.EqualTo((string[])[
            "norm.weight [128]", "norm.bias [128]", "bottleneck.weight [64,128,1]", "bottleneck.bias [64]",
            .. Enumerable.Range(0, 10).SelectMany(index => Block.Select(name => $"blocks.{index}.{name}")),
            "activation.weight [1]", "fc.weight [512,64]", "fc.bias [512]"]));
    }

    [Test]
    public void The_names_and_shapes_of_the_light_network_stay()
    {
        using var network = new ConvNet(new BackboneContext([128], 90), new OptionValues(ConvNetOptions.Schema));

        Assert.That(State(network), Is.EqualTo((string[])[
            "conv1.conv.weight [64,128,5]", "conv1.conv.bias [64]", "conv1.norm.weight [64]", "conv1.norm.bias [64]",
            "conv2.conv.weight [128,64,5]", "conv2.conv.bias [128]", "conv2.norm.weight [128]", "conv2.norm.bias [128]",
            "fc.weight [512,256]", "fc.bias [512]"]));
    }

    private static IEnumerable<string> State(Backbone backbone) =>
        backbone.state_dict().Select(pair => $"{pair.Key} [{string.Join(',', pair.Value.shape)}]");
}
