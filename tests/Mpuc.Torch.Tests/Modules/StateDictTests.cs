using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mpuc.Torch.Tests.Modules;

internal sealed class StateDictTests : ScopedTests
{
    [Test]
    public void A_state_lists_parameters_then_buffers_module_by_module()
    {
        var model = Sequential(("norm", BatchNorm1d(2)), ("head", Linear(2, 1)));

        Assert.That(model.state_dict().Keys, Is.EqualTo(new[]
        {
            "norm.weight", "norm.bias", "norm.running_mean", "norm.running_var", "norm.num_batches_tracked", "head.weight", "head.bias",
        }));
    }

    [Test]
    public void A_prefix_and_a_dictionary_to_add_to_are_honoured()
    {
        var state = new Dictionary<string, Tensor> { ["before"] = zeros(1) };

        Linear(1, 1).state_dict(state, "encoder.fc");

        Assert.That(state.Keys, Is.EqualTo(new[] { "before", "encoder.fc.weight", "encoder.fc.bias" }));
    }

    [Test]
    public void A_state_holds_the_tensors_themselves()
    {
        var layer = Linear(2, 2);

        Assert.That(layer.state_dict()["weight"], Is.SameAs(layer.weight));
    }

    [Test]
    public void A_buffer_that_is_not_persistent_is_left_out()
    {
        var layer = ReLU();
        layer.register_buffer("kept", zeros(1));
        layer.register_buffer("derived", zeros(1), persistent: false);

        Assert.That(layer.state_dict().Keys, Is.EqualTo(new[] { "kept" }));
        Assert.That(layer.named_buffers().Select(entry => entry.name), Is.EqualTo(new[] { "kept", "derived" }));
        Assert.That(layer.named_buffers(include_nonpersistent: false).Select(entry => entry.name), Is.EqualTo(new[] { "kept" }));
    }

    [Test]
    public void Loading_copies_the_values()
    {
        var (source, target) = (Linear(3, 2), Linear(3, 2));

        var (missing, unexpected) = target.load_state_dict(source.state_dict());

        Assert.That((missing, unexpected), Is.EqualTo(((IList<string>)[], (IList<string>)[])));
        Assert.That(target.weight.Equals(source.weight) && target.bias!.Equals(source.bias), Is.True);
        Assert.That(target.weight, Is.Not.SameAs(source.weight));
        Assert.That(target.weight.requires_grad && target.weight.is_leaf, Is.True);
    }

    [Test]
    public void Loading_converts_to_the_modules_type()
    {
        var source = Linear(3, 2, dtype: ScalarType.Float64);
        var target = Linear(3, 2);

        target.load_state_dict(source.state_dict());

        Assert.That(target.weight.dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That(target.weight.allclose(source.weight.to(ScalarType.Float32)), Is.True);
    }

    [Test]
    public void Strict_loading_names_what_is_missing_and_unexpected_and_copies_nothing()
    {
        var target = Linear(2, 2);
        var before = target.weight.detach().clone();
        var state = new Dictionary<string, Tensor> { ["weight"] = ones(2, 2), ["wieght"] = ones(2, 2) };

        Assert.That(
            () => target.load_state_dict(state),
            Throws.InvalidOperationException.With.Message.Contains("missing [bias]").And.Message.Contains("unexpected [wieght]"));
        Assert.That(target.weight.Equals(before), Is.True);
    }

    [Test]
    public void Lenient_loading_returns_what_is_missing_and_unexpected()
    {
        var target = Linear(2, 2);

        var (missing, unexpected) = target.load_state_dict(
            new Dictionary<string, Tensor> { ["weight"] = ones(2, 2), ["wieght"] = ones(2, 2) }, strict: false);

        Assert.That(missing, Is.EqualTo(new[] { "bias" }));
        Assert.That(unexpected, Is.EqualTo(new[] { "wieght" }));
        Assert.That(target.weight.Equals(ones(2, 2)), Is.True);
    }

    [Test]
    public void Skipped_names_are_neither_loaded_nor_missing()
    {
        var target = Linear(2, 2);
        var bias = target.bias!.detach().clone();

        target.load_state_dict(new Dictionary<string, Tensor> { ["weight"] = ones(2, 2), ["other"] = ones(1) }, skip: ["bias", "other"]);

        Assert.That(target.weight.Equals(ones(2, 2)) && target.bias.Equals(bias), Is.True);
    }

    [Test]
    public void A_wrong_shape_is_refused_with_both_shapes_before_anything_is_copied()
    {
        var target = Linear(2, 3);
        var state = new Dictionary<string, Tensor> { ["weight"] = ones(3, 2), ["bias"] = ones(4) };

        Assert.That(
            () => target.load_state_dict(state),
            Throws.ArgumentException.With.Message.Contains("'bias'").And.Message.Contains("[4]").And.Message.Contains("[3]"));
        Assert.That(target.weight.Equals(ones(3, 2)), Is.False);
    }

    [Test]
    public void A_Transformer_has_PyTorchs_names()
    {
        var encoder = TransformerEncoder(TransformerEncoderLayer(4, 2, 3), 1);

        Assert.That(encoder.state_dict().Keys, Is.EqualTo(new[]
        {
            "layers.0.self_attn.in_proj_weight", "layers.0.self_attn.in_proj_bias",
            "layers.0.self_attn.out_proj.weight", "layers.0.self_attn.out_proj.bias",
            "layers.0.linear1.weight", "layers.0.linear1.bias", "layers.0.linear2.weight", "layers.0.linear2.bias",
            "layers.0.norm1.weight", "layers.0.norm1.bias", "layers.0.norm2.weight", "layers.0.norm2.bias",
        }));
    }

    [Test]
    public void The_layers_of_an_encoder_start_equal_and_are_their_own()
    {
        var layer = TransformerEncoderLayer(4, 2, 3);
        var encoder = TransformerEncoder(layer, 2);

        var (first, second) = (encoder.get_parameter("layers.0.linear1.weight"), encoder.get_parameter("layers.1.linear1.weight"));

        Assert.That(first.Equals(second) && first.Equals(layer.get_parameter("linear1.weight")), Is.True);
        Assert.That(first, Is.Not.SameAs(second));
        Assert.That(encoder.parameters().Count(), Is.EqualTo(24));
    }
}
