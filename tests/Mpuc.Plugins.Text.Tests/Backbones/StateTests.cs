using Mpuc.Plugins.Text.Backbones;

namespace Mpuc.Plugins.Text.Tests.Backbones;

/// <summary>Names and shapes that checkpoints hold; a change breaks every saved model.</summary>
[TestFixture]
internal sealed class StateTests
{
    private static readonly string[] Layer =
    [
        "self_attn.in_proj_weight [900,300]",
        "self_attn.in_proj_bias [900]",
        "self_attn.out_proj.weight [300,300]",
        "self_attn.out_proj.bias [300]",
        "linear1.weight [2048,300]", "linear1.bias [2048]", "linear2.weight [300,2048]", "linear2.bias [300]",
        "norm1.weight [300]", "norm1.bias [300]", "norm2.weight [300]", "norm2.bias [300]",
    ];

    [Test]
    public void The_names_and_shapes_of_the_transformer_stay()
    {
        using var transformer = new Transformer(new BackboneContext([300], 30), new OptionValues(TransformerOptions.Schema));

        Assert.That(State(transformer), Is.EqualTo((string[])[
            .. Enumerable.Range(0, 6).SelectMany(index =>
                Layer.Select(name => $"encoder.layers.{index}.{name}")), "fc.weight [512,300]", "fc.bias [512]"]));
    }

    [Test]
    public void The_names_and_shapes_of_the_light_network_stay()
    {
        using var network = new MeanPerceptron(new BackboneContext([100], 30), new OptionValues(MeanPerceptron.Schema));

        Assert.That(
            State(network), Is.EqualTo(new[] { "fc1.weight [512,100]", "fc1.bias [512]", "fc2.weight [512,512]", "fc2.bias [512]" }));
    }

    private static IEnumerable<string> State(Backbone backbone) =>
        backbone.state_dict().Select(pair => $"{pair.Key} [{string.Join(',', pair.Value.shape)}]");
}
