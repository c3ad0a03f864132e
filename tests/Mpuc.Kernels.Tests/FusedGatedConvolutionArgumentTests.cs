using TorchSharp;
using static Mpuc.Kernels.Tests.GatedConvolutionCase;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

[TestFixture]
internal sealed class FusedGatedConvolutionArgumentTests
{
    private DisposeScope _scope = null!;

    [SetUp]
    public void SetUp()
    {
        FusedKernels.Enabled = true;
        _scope = NewDisposeScope();
    }

    [TearDown]
    public void TearDown()
    {
        FusedKernels.Enabled = true;
        _scope.Dispose();
    }

    [Test]
    public void What_the_kernel_cannot_take_is_left_to_the_plain_path()
    {
        var leaves = NaiveGatedConvolution.Leaves(1, 2, 5, 3, 16);

        Assert.That(Supports(leaves), Is.True);
        Assert.That(Supports(NaiveGatedConvolution.Leaves(1, 2, 5, 3, 10)), Is.False, "outputs");
        Assert.That(Supports([leaves[0].narrow(2, 0, 2), .. leaves[1..]]), Is.False, "frames");
        Assert.That(Supports([.. leaves.Select(leaf => leaf.to_type(ScalarType.Float64))]), Is.False, "type");
        Assert.That(Supports([leaves[0].to_type(ScalarType.Float64), .. leaves[1..]]), Is.False, "type of the values");
        Assert.That(Supports([leaves[0].to("meta"), .. leaves[1..]]), Is.False, "device");
        Assert.That(Supports([leaves[0].expand(1 << 22, 2, 5, 3), .. leaves[1..]]), Is.False, "size");
        Assert.That(Supports([zeros(1, 1, 1, 3).expand(1, 1, (1 << 20) + 1, 3), .. leaves[1..]]), Is.False, "length");
        Assert.That(Supports([zeros(0, 0, 1L << 40, 3), .. leaves[1..]]), Is.False, "length of no window");
        Assert.That(Supports([zeros(0, 1L << 40, 5, 3), .. leaves[1..]]), Is.False, "nodes of no window");
    }

    [Test]
    public void Nothing_is_supported_while_kernels_are_disabled()
    {
        FusedKernels.Enabled = false;

        Assert.That(Supports(NaiveGatedConvolution.Leaves(1, 2, 5, 3, 16)), Is.False);
    }

    [TestCase(0, "takes values [B, nodes, T, inputs] of float32 on the CPU, not [17] of Float32")]
    [TestCase(1, "takes a weight Linear of [outputs, 3, 1, 3] with outputs in multiples of 16, not [17] of Float32")]
    [TestCase(2, "takes a weight LinearBias of [16] of float32 on the CPU here, not [17]")]
    [TestCase(3, "takes a weight Gate of [16, 3, 1, 3] of float32 on the CPU here, not [17]")]
    [TestCase(4, "takes a weight GateBias of [16] of float32 on the CPU here, not [17]")]
    public void A_tensor_of_another_shape_is_named_with_both_shapes(int index, string message)
    {
        var leaves = NaiveGatedConvolution.Leaves(1, 2, 5, 3, 16);
        leaves[index] = zeros(17);

        Assert.That(() => Run(leaves), Throws.ArgumentException.With.Message.Contains(message));
    }

    [TestCase(16, 4, 3, "takes a weight Linear of [16, 3, 1, 3] of float32 on the CPU here, not [16, 4, 1, 3] of Float32")]
    [TestCase(16, 3, 5, "takes a weight Linear of [16, 3, 1, 3] of float32 on the CPU here, not [16, 3, 1, 5] of Float32")]
    [TestCase(10, 3, 3, "with outputs in multiples of 16, not [10, 3, 1, 3]")]
    [TestCase(0, 3, 3, "with outputs in multiples of 16, not [0, 3, 1, 3]")]
    public void A_convolution_of_another_size_is_refused(int outputs, int inputs, int taps, string message)
    {
        var leaves = NaiveGatedConvolution.Leaves(1, 2, 5, 3, 16);
        leaves[1] = zeros(outputs, inputs, 1, taps);

        Assert.That(() => Run(leaves), Throws.ArgumentException.With.Message.Contains(message));
    }

    [TestCase(2, 3)]
    [TestCase(5, 0)]
    public void Values_too_small_for_a_convolution_are_refused(int frames, int inputs)
    {
        var leaves = NaiveGatedConvolution.Leaves(1, 2, 5, 3, 16);
        leaves[0] = zeros(1, 2, frames, inputs);

        Assert.That(
            () => Run(leaves),
            Throws.ArgumentException.With.Message.Contains($"takes at least 3 frames and one input, not [1, 2, {frames}, {inputs}]"));
    }

    [Test]
    public void Weights_of_another_type_are_refused()
    {
        var leaves = NaiveGatedConvolution.Leaves(1, 2, 5, 3, 16);
        leaves[4] = leaves[4].to_type(ScalarType.Float64);

        Assert.That(
            () => Run(leaves),
            Throws.ArgumentException.With.Message.Contains("GateBias of [16] of float32 on the CPU here, not [16] of Float64 on CPU"));
    }

    [TestCase(-0.1, "-0.1")]
    [TestCase(1, "1")]
    [TestCase(double.NaN, "NaN")]
    public void A_dropout_that_is_no_probability_below_one_is_refused(double dropout, string text) => Assert.That(
        () => Run(NaiveGatedConvolution.Leaves(1, 2, 5, 3, 16), dropout),
        Throws.ArgumentException.With.Message.Contains($"a probability of at least 0 and less than 1, not {text}"));
}
