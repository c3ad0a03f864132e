using Mpuc.Plugins.Audio.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Tests.Backbones;

/// <summary>Every layer of the backbones against libtorch's own operators in their usual layout.</summary>
[TestFixture]
internal sealed class LayerTests
{
    private DisposeScope _scope = null!;

    [SetUp]
    public void SetUp()
    {
        _scope = NewDisposeScope();
        manual_seed(3);
    }

    [TearDown]
    public void TearDown() => _scope.Dispose();

    [Test]
    public void A_pointwise_convolution_is_a_convolution_of_kernel_1()
    {
        using var layer = new PointwiseConvolution(5, 7);
        var (weight, bias) = Weights(layer);

        AssertSame(layer.call, values => nn.functional.conv1d(values.transpose(1, 2), weight, bias).transpose(1, 2), weight, bias);
    }

    [Test]
    public void A_depthwise_convolution_is_a_grouped_dilated_convolution(
        [Values(1, 2, 4, 8, 16)] int dilation, [Values(1, 3, 5)] int kernel, [Values(1, 7, 8, 33)] int frames)
    {
        using var layer = new DepthwiseConvolution(5, kernel, dilation);
        var (weight, bias) = Weights(layer);

        AssertSame(
            layer.call,
            values =>
                nn.functional.conv1d(values.transpose(1, 2), weight, bias, padding: kernel / 2 * dilation, dilation: dilation, groups: 5)
                    .transpose(1, 2),
            weight,
            bias,
            frames);
    }

    [Test]
    public void Global_layer_norm_of_full_windows_is_group_norm_with_one_group()
    {
        using var layer = new GlobalLayerNorm(5);
        var (weight, bias) = Weights(layer);
        nn.init.uniform_(weight);

        AssertSame(
            values => layer.call(values, FrameMask.Full),
            values => nn.functional.group_norm(values.transpose(1, 2), 1, weight, bias).transpose(1, 2),
            weight,
            bias);
    }

    [Test]
    public void Global_layer_norm_takes_its_statistics_from_the_real_frames_alone()
    {
        using var layer = new GlobalLayerNorm(5);
        var values = randn(2, 9, 5);
        var mask = FrameMask.Of(tensor(new long[] { 9, 4 }), 9, ScalarType.Float32);

        var normalised = layer.call(values, mask);

        var alone = nn.functional.layer_norm(values[1].narrow(0, 0, 4), [4, 5]);
        Assert.That(Difference(normalised[1].narrow(0, 0, 4), alone), Is.LessThan(1e-5));
        Assert.That(Difference(normalised[0], nn.functional.layer_norm(values[0], [9, 5])), Is.LessThan(1e-5));
        Assert.That(normalised[1].narrow(0, 4, 5).abs().max().item<float>(), Is.Zero);
    }

    [TestCase(0.25)]
    [TestCase(1.0)]
    [TestCase(-0.5)]
    public void The_parametric_relu_is_libtorchs(double slope)
    {
        using var layer = new ParametricRelu();
        var weight = layer.state_dict()["weight"];
        using (no_grad())
        {
            weight.fill_(slope);
        }

        AssertSame(layer.call, values => nn.functional.prelu(values, weight), weight, null);
    }

    [Test]
    public void The_parametric_relu_without_gradients_is_the_same()
    {
        using var layer = new ParametricRelu();
        var values = randn(3, 4, 5);
        using var noGrad = no_grad();

        Assert.That(Difference(layer.call(values), nn.functional.leaky_relu(values, 0.25)), Is.Zero);
    }

    [Test]
    public void Dropout_drops_its_share_and_keeps_the_mean()
    {
        using var layer = new ResidualDropout(0.1);
        var branch = ones(200_000).requires_grad_();

        var sum = layer.call(full(200_000, 5), branch);
        sum.sum().backward();

        var kept = sum.detach() - 5;
        Assert.That((kept == 0).to_type(ScalarType.Float64).mean().item<double>(), Is.EqualTo(0.1).Within(0.005));
        Assert.That(kept.max().item<float>(), Is.EqualTo(1 / 0.9).Within(1e-5));
        Assert.That(kept.mean().item<float>(), Is.EqualTo(1).Within(0.005));
        Assert.That(Difference(branch.grad!, kept), Is.LessThan(1e-5));
    }

    [TestCase(0.1, false)]
    [TestCase(0.0, true)]
    public void Without_training_or_probability_nothing_is_dropped(double probability, bool training)
    {
        using var layer = new ResidualDropout(probability);
        layer.train(training);

        Assert.That(Difference(layer.call(full(1000, 5), ones(1000)), full(1000, 6)), Is.Zero);
    }

    [Test]
    public void A_mask_gives_the_mean_over_real_frames()
    {
        var values = randn(2, 6, 3);
        var mask = FrameMask.Of(tensor(new long[] { 2, 6 }), 6, ScalarType.Float32);

        var mean = mask.Mean(values);

        Assert.That(Difference(mean[0], values[0].narrow(0, 0, 2).mean([0])), Is.LessThan(1e-6));
        Assert.That(Difference(mean[1], values[1].mean([0])), Is.LessThan(1e-6));
        Assert.That(FrameMask.Of(tensor(new long[] { 6, 6 }), 6, ScalarType.Float32).IsFull, Is.True);
    }

    private static (Tensor Weight, Tensor Bias) Weights(nn.Module layer) => (layer.state_dict()["weight"], layer.state_dict()["bias"]);

    private static float Difference(Tensor actual, Tensor expected) => (actual - expected).abs().max().item<float>();

    // Forward and all gradients, with a different weight on every output.
    private static void AssertSame(Func<Tensor, Tensor> layer, Func<Tensor, Tensor> reference, Tensor weight, Tensor? bias, int frames = 9)
    {
        var values = randn(3, frames, 5).requires_grad_();
        var expected = Run(reference);
        var actual = Run(layer);

        for (var i = 0; i < expected.Length; i++)
        {
            Assert.That(actual[i].shape, Is.EqualTo(expected[i].shape));
            Assert.That(Difference(actual[i], expected[i]), Is.LessThan(2e-5), new[] { "values", "gradient", "weight", "bias" }[i]);
        }

        Tensor[] Run(Func<Tensor, Tensor> function)
        {
            Tensor?[] leaves = [values, weight, bias];
            var result = function(values);
            (result * arange(result.numel(), ScalarType.Float32).view(result.shape).sin()).sum().backward();
            Tensor[] gradients = [.. leaves.OfType<Tensor>().Select(leaf => leaf.grad!.clone())];
            foreach (var leaf in leaves.OfType<Tensor>())
            {
                leaf.grad = null;
            }

            return [result.detach(), .. gradients];
        }
    }
}
