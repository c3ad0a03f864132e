using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Tests.Backbones;

public class MeanPerceptronTests
{
    [Test]
    public void A_feature_is_the_second_layer_of_the_rectified_first_of_the_mean()
    {
        using var scope = NewDisposeScope();
        using var network = Create([3]);
        var state = network.state_dict();
        var values = rand(2, 5, 3);
        var expected = (state["fc1.weight"].mm(values.mean([1]).t()).t() + state["fc1.bias"]).relu()
            .mm(state["fc2.weight"].t()) + state["fc2.bias"];
        Assert.That(Far(network.forward(values, full([2], 5L)), expected), Is.LessThan(1e-6));
    }

    [Test]
    public void What_stands_in_the_padding_does_not_matter_even_if_it_is_no_number()
    {
        using var scope = NewDisposeScope();
        using var network = Create([3]);
        var values = rand(2, 6, 3);
        var lengths = tensor(new long[] { 6, 4 });
        var clean = network.forward(values, lengths);
        values[1].slice(0, 4, 6, 1).fill_(float.NaN);
        Assert.That(Far(network.forward(values, lengths), clean), Is.Zero);
        Assert.That(Far(clean[1], network.forward(values[1].slice(0, 0, 4, 1).unsqueeze(0), full([1], 4L))[0]), Is.LessThan(1e-6));
    }

    [Test]
    public void Frames_of_several_dimensions_are_flattened()
    {
        using var scope = NewDisposeScope();
        using var network = Create([2, 4]);
        Assert.That(network.forward(rand(3, 5, 2, 4), full([3], 5L)).shape, Is.EqualTo(new long[] { 3, Backbone.FeatureSize }));
    }

    [Test]
    public void Dropout_acts_in_training_alone()
    {
        using var scope = NewDisposeScope();
        using var network = Create([3], ("dropout", 0.5));
        var (values, lengths) = (rand(2, 4, 3), full([2], 4L));
        network.train();
        Assert.That(Far(network.forward(values, lengths), network.forward(values, lengths)), Is.GreaterThan(1e-4));
        network.eval();
        Assert.That(Far(network.forward(values, lengths), network.forward(values, lengths)), Is.Zero);
    }

    [Test]
    public void The_descriptor_names_kind_backbone_and_options()
    {
        var descriptor = MeanPerceptron.DescriptorFor("gaze", "gaze directions");
        Assert.That((descriptor.Kind, descriptor.Name), Is.EqualTo(("gaze", "mlp")));
        Assert.That(descriptor.Description, Does.StartWith("The mean of the gaze directions"));
        Assert.That(descriptor.Options.Options.Select(option => option.Name), Is.EqualTo(new[] { "hidden", "dropout" }));
    }

    private static MeanPerceptron Create(long[] frame, params (string Name, object Value)[] set)
    {
        var network = new MeanPerceptron(
            new BackboneContext(frame, 6),
            new OptionValues(MeanPerceptron.DescriptorFor("x", "frames").Options, set.ToDictionary(pair => pair.Name, pair => pair.Value)));
        network.eval();
        return network;
    }

    private static float Far(Tensor one, Tensor other) => (one - other).abs().max().item<float>();
}
