using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mpuc.Torch.Tests.Modules;

internal sealed class LayerArgumentTests : ScopedTests
{
    [Test]
    public void Channels_that_do_not_divide_into_groups_are_refused()
        => Assert.That(
            () => Conv1d(5, 4, 3, groups: 2),
            Throws.ArgumentException.With.Message.Contains("5 channels").And.Message.Contains("2 groups"));

    [Test]
    public void Normalised_groups_divide_the_channels()
        => Assert.That(() => GroupNorm(2, 5), Throws.ArgumentException.With.Message.Contains("5 channels"));

    [Test]
    public void Padding_to_the_same_size_needs_a_stride_of_one()
        => Assert.That(() => Conv1d(1, 1, 3, Padding.Same, stride: 2), Throws.ArgumentException.With.Message.Contains("stride"));

    [Test]
    public void Transposed_convolutions_pad_with_zeros_only()
        => Assert.That(
            () => ConvTranspose1d(1, 1, 3, padding_mode: PaddingModes.Reflect), Throws.ArgumentException.With.Message.Contains("Reflect"));

    [Test]
    public void A_transposed_convolution_reaches_the_sizes_between_its_strides()
    {
        var layer = ConvTranspose1d(1, 1, 3, stride: 3);

        Assert.That(layer.forward(ones(1, 1, 4), [14]).shape, Is.EqualTo(new[] { 1L, 1L, 14L }));
        Assert.That(() => layer.forward(ones(1, 1, 4), [15]), Throws.ArgumentException.With.Message.Contains("12 to 14"));
    }

    [Test]
    public void A_batch_normalisation_refuses_other_dimensions()
        => Assert.That(
            () => BatchNorm2d(3).call(ones(2, 3, 4)),
            Throws.ArgumentException.With.Message.Contains("BatchNorm2d takes 4 dimensions, not 3"));

    [Test]
    public void Features_that_do_not_divide_into_heads_are_refused()
        => Assert.That(
            () => MultiheadAttention(5, 2), Throws.ArgumentException.With.Message.Contains("5 features").And.Message.Contains("2 heads"));

    [Test]
    public void A_padding_mask_of_another_shape_is_refused()
    {
        var x = ones(4, 2, 4);

        Assert.That(
            () => MultiheadAttention(4, 2).call(x, x, x, key_padding_mask: zeros([4, 2], ScalarType.Bool)),
            Throws.ArgumentException.With.Message.Contains("[4, 2]").And.Message.Contains("[2, 4]"));
    }

    [Test]
    public void Sequences_have_three_dimensions()
    {
        Assert.That(
            () => MultiheadAttention(4, 2).call(ones(3, 4), ones(3, 4),
            ones(3, 4)), Throws.ArgumentException.With.Message.Contains("not 2 dimensions"));
        Assert.That(() => GRU(4, 2).call(ones(3, 4)), Throws.ArgumentException.With.Message.Contains("3 dimensions, not 2"));
        Assert.That(() => functional.softmax2d(ones(3, 4)), Throws.ArgumentException.With.Message.Contains("2 dimensions"));
        Assert.That(() => utils.rnn.pad_sequence([]), Throws.ArgumentException.With.Message.Contains("one sequence"));
        Assert.That(() => functional.interpolate(ones(1, 1, 2, 2), [2, 2, 2]), Throws.ArgumentException.With.Message.Contains("2 spatial"));
        Assert.That(() => Embedding_from_pretrained(ones(3)), Throws.ArgumentException.With.Message.Contains("2 dimensions, not 1"));
    }

    [Test]
    public void Layers_tell_how_they_were_made()
    {
        var convolution = Conv1d(4, 6, 4, Padding.Same, dilation: 3, groups: 2);
        var norm = BatchNorm1d(5, affine: false);

        Assert.That(
            (convolution.in_channels, convolution.out_channels, convolution.groups, convolution.transposed),
            Is.EqualTo((4L, 6L, 2L, false)));
        Assert.That((convolution.padding_type, convolution.padding[0]), Is.EqualTo((Padding.Same, 4L)));
        Assert.That((norm.num_features, norm.affine, norm.weight), Is.EqualTo((5L, false, (TorchSharp.Modules.Parameter?)null)));
        Assert.That((PReLU(3, 0.5).num_parameters, PReLU(3, 0.5).init), Is.EqualTo((3L, 0.5)));
        norm.reset_parameters();
        Assert.That(norm.running_var!.Equals(ones(5)), Is.True);
    }

    [Test]
    public void Attention_without_weights_returns_none()
        => Assert.That(MultiheadAttention(4, 2).call(ones(3, 1, 4), ones(3, 1, 4), ones(3, 1, 4), need_weights: false).Item2, Is.Null);

    [Test]
    public void A_padding_index_outside_the_table_is_refused()
        => Assert.That(() => Embedding(4, 2, padding_idx: 4), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("4 rows"));

    [Test]
    public void A_padding_row_is_not_trained()
    {
        var layer = Embedding(3, 2, padding_idx: 1);
        layer.call(tensor(new long[] { 0, 1, 1 })).sum().backward();

        Assert.That(layer.weight.grad!.sum([1]).data<float>(), Is.EqualTo(new[] { 2f, 0f, 0f }));
    }

    [Test]
    public void Rows_that_are_used_are_held_to_the_largest_norm()
    {
        var layer = Embedding_from_pretrained(tensor(new[,] { { 3f, 4f }, { 30f, 40f } }), max_norm: 1);

        var row = layer.call(tensor(new long[] { 0 }));

        Assert.That(row.norm().item<float>(), Is.EqualTo(1).Within(1e-4));
        Assert.That(layer.weight[1, 0].item<float>(), Is.EqualTo(30));
    }

    [Test]
    public void A_given_table_is_copied_and_frozen_unless_asked_otherwise([Values] bool freeze)
    {
        var table = ones(2, 2);
        var layer = Embedding_from_pretrained(table, freeze);
        table.zero_();

        Assert.That(layer.weight.Equals(ones(2, 2)), Is.True);
        Assert.That(layer.weight.requires_grad, Is.Not.EqualTo(freeze));
    }

    [Test]
    public void Interpolation_takes_a_size_or_a_factor()
    {
        Assert.That(() => functional.interpolate(ones(1, 1, 4)), Throws.ArgumentException.With.Message.Contains("either"));
        Assert.That(() => functional.interpolate(ones(1, 1, 4), [2], [0.5]), Throws.ArgumentException.With.Message.Contains("either"));
    }

    [Test]
    public void Interpolation_refuses_a_mode_of_other_dimensions()
        => Assert.That(
            () => functional.interpolate(ones(1, 1, 4), [2], mode: InterpolationMode.Bilinear),
            Throws.ArgumentException.With.Message.Contains("Bilinear"));

    [Test]
    public void Aligned_corners_have_no_meaning_for_the_nearest()
        => Assert.That(
            () => functional.interpolate(ones(1, 1, 4), [2],
            align_corners: false), Throws.ArgumentException.With.Message.Contains("align_corners"));

    [Test]
    public void Only_smooth_modes_are_filtered()
        => Assert.That(
            () => functional.interpolate(ones(1, 1, 4), [2], antialias: true), Throws.ArgumentException.With.Message.Contains("antialias"));

    [Test]
    public void The_largest_elements_come_with_their_places()
    {
        var input = tensor(new[,] { { 1f, 5f, 2f, 3f } });

        var (values, indices) = MaxPool1d(2).forward_with_indices(input);

        Assert.That(values.data<float>(), Is.EqualTo(new[] { 5f, 3f }));
        Assert.That(indices.data<long>(), Is.EqualTo(new[] { 1L, 3L }));
    }

    [Test]
    public void A_causal_attention_takes_no_mask()
        => Assert.That(
            () => functional.scaled_dot_product_attention(ones(2, 2), ones(2, 2), ones(2, 2), ones(2, 2), is_casual: true),
            Throws.ArgumentException.With.Message.Contains("causal"));
}
