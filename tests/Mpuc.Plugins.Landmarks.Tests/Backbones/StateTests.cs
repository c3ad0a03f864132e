using Mpuc.Plugins.Landmarks.Backbones;

namespace Mpuc.Plugins.Landmarks.Tests.Backbones;

/// <summary>Names and shapes that checkpoints hold; a change breaks every saved model.</summary>
[TestFixture]
internal sealed class StateTests
{
    [Test]
    public void The_names_and_shapes_of_the_graph_network_stay()
    {
        using var network = new Stgcn(new BackboneContext([51, 2], 90), new OptionValues(StgcnOptions.Schema));

        Assert.That(State(network), Is.EquivalentTo((string[])[
            "adjacency [51,51]", .. Block("block1", 2), .. Block("block2", 64), .. Gated("temporal", 64, 64),
            "fc1.weight [512,5120]", "fc1.bias [512]", "fc2.weight [512,26112]", "fc2.bias [512]"]));
    }

    [Test]
    public void Attention_adds_two_maps_per_block()
    {
        using var network = new Stgcn(
            new BackboneContext([51, 2], 90),
            new OptionValues(StgcnOptions.Schema, new Dictionary<string, object> { ["attention"] = true }));

        Assert.That(State(network).Where(name => name.StartsWith("block2.attention", StringComparison.Ordinal)), Is.EquivalentTo((string[])[
            "block2.attention.time.query.weight [10,84,1]", "block2.attention.time.query.bias [10]",
            "block2.attention.time.key.weight [10,84,1]", "block2.attention.time.key.bias [10]",
            "block2.attention.time.value.weight [84,84,1]", "block2.attention.time.value.bias [84]", "block2.attention.time.gamma [1]",
            "block2.attention.space.query.weight [6,51,1]", "block2.attention.space.query.bias [6]",
            "block2.attention.space.key.weight [6,51,1]", "block2.attention.space.key.bias [6]",
            "block2.attention.space.value.weight [51,51,1]",
            "block2.attention.space.value.bias [51]",
            "block2.attention.space.gamma [1]"]));
    }

    [Test]
    public void The_names_and_shapes_of_the_light_network_stay()
    {
        using var network = new Tcn(new BackboneContext([51, 2], 90), new OptionValues(TcnOptions.Schema));

        Assert.That(State(network), Is.EqualTo((string[])[
            "input.weight [64,102]", "input.bias [64]",
            .. Enumerable.Range(0, 4).SelectMany(index => new[]
            {
                $"blocks.{index}.conv.weight [64,192]",
                $"blocks.{index}.conv.bias [64]",
                $"blocks.{index}.norm.weight [64]",
                $"blocks.{index}.norm.bias [64]",
            }),
            "fc.weight [512,64]", "fc.bias [512]"]));
    }

    private static IEnumerable<string> Block(string name, int inputs) =>
    [
        .. Gated($"{name}.temporal1", inputs, 64), $"{name}.theta [64,16]", .. Gated($"{name}.temporal2", 16, 64),
        $"{name}.norm.weight [51]", $"{name}.norm.bias [51]", $"{name}.norm.running_mean [51]", $"{name}.norm.running_var [51]",
        $"{name}.norm.num_batches_tracked []",
    ];

    private static IEnumerable<string> Gated(string name, int inputs, int outputs) =>
        new[] { "a", "b", "c" }.SelectMany(part =>
            new[] { $"{name}.{part}.weight [{outputs},{inputs},1,3]", $"{name}.{part}.bias [{outputs}]" });

    private static IEnumerable<string> State(Backbone backbone) =>
        backbone.state_dict().Select(pair => $"{pair.Key} [{string.Join(',', pair.Value.shape)}]");
}
