using TorchSharp;
using static Mpuc.Kernels.Tests.TcnBlockCase;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

[TestFixture]
internal sealed class FusedTcnBlockArgumentTests
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
        var leaves = NaiveTcnBlock.Leaves(1, 5, 16, 16, 3);

        Assert.That(Supports(leaves), Is.True);
        Assert.That(Supports(NaiveTcnBlock.Leaves(1, 5, 16, 10, 3)), Is.False, "hidden channels");
        Assert.That(Supports(NaiveTcnBlock.Leaves(1, 5, 10, 16, 3)), Is.False, "channels");
        Assert.That(Supports([.. leaves.Select(leaf => leaf.to_type(ScalarType.Float64))]), Is.False, "type");
        Assert.That(Supports([leaves[0].to_type(ScalarType.Float64), .. leaves[1..]]), Is.False, "type of the values");
        Assert.That(Supports([leaves[0].to("meta"), .. leaves[1..]]), Is.False, "device");
        Assert.That(Supports(NaiveTcnBlock.Leaves(1, 5, 16, 16, 33)), Is.False, "taps");
        Assert.That(Supports(NaiveTcnBlock.Leaves(1, 5, 16, 16, 4)), Is.False, "even taps");
        Assert.That(Supports([leaves[0].expand(1 << 24, 5, 16), .. leaves[1..]]), Is.False, "size");
    }

    [Test]
    public void Nothing_is_supported_while_kernels_are_disabled()
    {
        FusedKernels.Enabled = false;

        Assert.That(Supports(NaiveTcnBlock.Leaves(1, 5, 16, 16, 3)), Is.False);
    }

    [TestCase(0, "takes values [B, T, channels] of float32 on the CPU, not [16] of Float32")]
    [TestCase(1, "takes a weight Expand of [hidden, 16, 1] for values of 16 channels, not [16]")]
    [TestCase(2, "takes a weight ExpandBias of [32] of float32 on the CPU here, not [16]")]
    [TestCase(3, "takes a weight Slope1 of [1] of float32 on the CPU here, not [16]")]
    [TestCase(4, "takes a weight Gain1 of [32] of float32 on the CPU here, not [16]")]
    [TestCase(5, "takes a weight Offset1 of [32] of float32 on the CPU here, not [16]")]
    [TestCase(6, "takes a weight Depthwise of [32, 1, taps] with an odd number of taps up to 31, not [16]")]
    [TestCase(7, "takes a weight DepthwiseBias of [32] of float32 on the CPU here, not [16]")]
    [TestCase(8, "takes a weight Slope2 of [1] of float32 on the CPU here, not [16]")]
    [TestCase(9, "takes a weight Gain2 of [32] of float32 on the CPU here, not [16]")]
    [TestCase(10, "takes a weight Offset2 of [32] of float32 on the CPU here, not [16]")]
    [TestCase(11, "takes a weight Reduce of [16, 32, 1] of float32 on the CPU here, not [16]")]
    [TestCase(12, "takes a weight ReduceBias of [16] of float32 on the CPU here, not [17]")]
    public void A_tensor_of_another_shape_is_named_with_both_shapes(int index, string message)
    {
        var leaves = NaiveTcnBlock.Leaves(1, 5, 16, 32, 3);
        leaves[index] = zeros(index == 12 ? 17 : 16);

        Assert.That(() => Run(leaves, null, 1), Throws.ArgumentException.With.Message.Contains(message));
    }

    [Test]
    public void Channels_in_no_multiple_of_sixteen_are_refused() => Assert.That(
        () => Run(NaiveTcnBlock.Leaves(1, 5, 16, 10, 3), null, 1),
        Throws.ArgumentException.With.Message.Contains("channels and hidden channels in multiples of 16, not 16 and 10"));

    [Test]
    public void Weights_of_another_type_are_refused()
    {
        var leaves = NaiveTcnBlock.Leaves(1, 5, 16, 16, 3);
        leaves[4] = leaves[4].to_type(ScalarType.Float64);

        Assert.That(
            () => Run(leaves, null, 1),
            Throws.ArgumentException.With.Message.Contains("Gain1 of [16] of float32 on the CPU here, not [16] of Float64 on CPU"));
    }

    [TestCase(0)]
    [TestCase(-3)]
    public void A_dilation_below_one_is_refused(int dilation) => Assert.That(
        () => Run(NaiveTcnBlock.Leaves(1, 5, 16, 16, 3), null, dilation),
        Throws.ArgumentException.With.Message.Contains($"a dilation of at least 1, not {dilation}"));

    [TestCase(-0.1, "-0.1")]
    [TestCase(1, "1")]
    [TestCase(double.NaN, "NaN")]
    public void A_dropout_that_is_no_probability_below_one_is_refused(double dropout, string text) => Assert.That(
        () => Run(NaiveTcnBlock.Leaves(1, 5, 16, 16, 3), null, 1, dropout),
        Throws.ArgumentException.With.Message.Contains($"a probability of at least 0 and less than 1, not {text}"));

    [TestCase(new long[] { 5 }, "takes lengths [2] of int64 on the CPU, not [1] of Int64")]
    [TestCase(new long[] { 5, 6 }, "takes lengths from 0 to 5; window 1 has 6")]
    [TestCase(new long[] { -1, 5 }, "takes lengths from 0 to 5; window 0 has -1")]
    public void Lengths_that_fit_no_window_are_refused(long[] lengths, string message) => Assert.That(
        () => Run(NaiveTcnBlock.Leaves(2, 5, 16, 16, 3), lengths, 1), Throws.ArgumentException.With.Message.Contains(message));

    [Test]
    public void Lengths_of_another_type_are_refused()
    {
        var leaves = NaiveTcnBlock.Leaves(1, 5, 16, 16, 3);

        Assert.That(
            () => FusedTcnBlock.Run(leaves[0], tensor(new[] { 5 }), NaiveTcnBlock.Weights(leaves), 1, 0),
            Throws.ArgumentException.With.Message.Contains("takes lengths [1] of int64 on the CPU, not [1] of Int32"));
    }

    [TestCase("baseline", ExpectedResult = "baseline")]
    [TestCase("no such set", ExpectedResult = "widest")]
    [TestCase(null, ExpectedResult = "widest")]
    public string The_kernels_of_a_lesser_processor_are_had_by_their_name(string? name)
    {
        var widest = InstructionSet.All.First(set => set.IsSupported);
        var chosen = InstructionSet.Choose(name);
        return chosen == widest ? "widest" : chosen.Name;
    }
}
