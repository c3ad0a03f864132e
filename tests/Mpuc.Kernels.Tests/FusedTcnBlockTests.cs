using TorchSharp;
using static Mpuc.Kernels.Tests.TcnBlockCase;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

[TestFixture]
internal sealed class FusedTcnBlockTests
{
    private static readonly InstructionSet Widest = FusedKernels.Instructions;

    private DisposeScope _scope = null!;

    [SetUp]
    public void SetUp() => _scope = NewDisposeScope();

    [TearDown]
    public void TearDown()
    {
        FusedKernels.Instructions = Widest;
        set_num_threads(1);
        _scope.Dispose();
    }

    [TestCase(3, 90, 64, 128, 3, 4)]
    [TestCase(1, 1, 16, 16, 3, 1)]
    [TestCase(1, 7, 16, 16, 3, 16)]
    [TestCase(2, 17, 48, 80, 3, 8)]
    [TestCase(2, 33, 16, 96, 5, 2)]
    [TestCase(2, 9, 112, 32, 1, 1)]
    [TestCase(2, 40, 16, 16, 31, 3)]
    [TestCase(37, 11, 32, 48, 3, 2)]
    [TestCase(1, 601, 16, 32, 7, 64)]
    public void Results_and_gradients_are_the_naive_ones_in_double(
        int batch, int frames, int channels, int hidden, int taps, int dilation)
    {
        var leaves = NaiveTcnBlock.Leaves(batch, frames, channels, hidden, taps);

        AssertSame(
            Gradients.Of(values => Run(values, null, dilation), leaves, ScalarType.Float32),
            Gradients.Of(values => NaiveTcnBlock.Run(values, Full(batch, frames), dilation), leaves, ScalarType.Float64));
    }

    [Test]
    public void Every_width_of_vectors_gives_the_naive_results(
        [EveryInstructionSet] string instructions, [Values(16, 48, 64)] int channels, [Values(16, 80, 128)] int hidden)
    {
        FusedKernels.Instructions = InstructionSet.Choose(instructions);
        var leaves = NaiveTcnBlock.Leaves(2, 29, channels, hidden, 5);

        AssertSame(
            Gradients.Of(values => Run(values, null, 2), leaves, ScalarType.Float32),
            Gradients.Of(values => NaiveTcnBlock.Run(values, Full(2, 29), 2), leaves, ScalarType.Float64));
    }

    [TestCase(1, 23, 9)]
    [TestCase(24, 2, 24)]
    public void Padding_counts_for_nothing_and_may_hold_anything(params int[] valid)
    {
        var leaves = NaiveTcnBlock.Leaves(valid.Length, 24, 32, 48, 3);
        var lengths = Array.ConvertAll(valid, length => (long)length);
        var expected = Gradients.Of(values => NaiveTcnBlock.Run(values, lengths, 2), leaves, ScalarType.Float64);
        for (var row = 0; row < valid.Length; row++)
        {
            leaves[0][row].narrow(0, valid[row], 24 - valid[row]).fill_(float.NaN);
        }

        AssertSame(Gradients.Of(values => Run(values, lengths, 2), leaves, ScalarType.Float32), expected);
    }

    [Test]
    public void A_window_of_nothing_but_padding_is_zero_and_changes_no_gradient()
    {
        var leaves = NaiveTcnBlock.Leaves(2, 24, 32, 48, 3);
        var expected = Gradients.Of(
            values => NaiveTcnBlock.Run([values[0].narrow(0, 0, 1), .. values[1..]], [24], 2), leaves, ScalarType.Float64);

        var actual = Gradients.Of(values => Run(values, [24, 0], 2), leaves, ScalarType.Float32);

        Assert.That(actual[0][1].abs().max().item<float>(), Is.Zero);
        AssertSame([actual[0].narrow(0, 0, 1), .. actual[1..]], expected);
    }

    [TestCase(1)]
    [TestCase(2)]
    public void The_same_number_of_threads_gives_the_same_bits(int threads)
    {
        var leaves = NaiveTcnBlock.Leaves(19, 30, 64, 128, 3);
        set_num_threads(threads);
        var first = Gradients.Of(values => Run(values, null, 2), leaves, ScalarType.Float32);

        for (var repetition = 0; repetition < 5; repetition++)
        {
            AssertEqual(Gradients.Of(values => Run(values, null, 2), leaves, ScalarType.Float32), first);
        }
    }

    [TestCase(2)]
    [TestCase(3)]
    public void Several_threads_give_the_same_bits_as_one(int threads)
    {
        var leaves = NaiveTcnBlock.Leaves(37, 30, 64, 128, 3);
        manual_seed(3);
        var one = Gradients.Of(values => Run(values, null, 2, 0.1), leaves, ScalarType.Float32);
        set_num_threads(threads);
        manual_seed(3);

        AssertEqual(Gradients.Of(values => Run(values, null, 2, 0.1), leaves, ScalarType.Float32), one);
    }

    [Test]
    public void Without_gradients_the_result_is_the_same()
    {
        var leaves = NaiveTcnBlock.Leaves(3, 20, 32, 48, 3);
        var expected = Gradients.Of(values => Run(values, null, 4), leaves, ScalarType.Float32)[0];
        Array.ForEach(leaves, leaf => leaf.requires_grad = true);

        using (no_grad())
        {
            var result = Run(leaves, null, 4);
            Assert.That(result.requires_grad, Is.False);
            Assert.That(Gradients.AreEqual(result, expected), Is.True);
        }

        using (inference_mode())
        {
            Assert.That(Gradients.AreEqual(Run(leaves, null, 4), expected), Is.True);
        }
    }

    [Test]
    public void Frozen_weights_leave_the_gradient_of_the_values()
    {
        var leaves = NaiveTcnBlock.Leaves(2, 20, 32, 48, 3);
        var expected = Gradients.Of(values => Run(values, null, 1), leaves, ScalarType.Float32)[1];
        var values = leaves[0].clone().requires_grad_();

        Gradients.Backward(Run([values, .. leaves[1..]], null, 1));

        Assert.That(Gradients.AreEqual(values.grad!, expected), Is.True);
    }

    [Test]
    public void Values_without_a_gradient_leave_those_of_the_weights()
    {
        var leaves = NaiveTcnBlock.Leaves(2, 20, 32, 48, 3);
        var expected = Gradients.Of(values => Run(values, null, 1), leaves, ScalarType.Float32);
        Tensor[] weights = [.. leaves[1..].Select(leaf => leaf.clone().requires_grad_())];

        Gradients.Backward(Run([leaves[0], .. weights], null, 1));

        Assert.That(leaves[0].grad, Is.Null);
        AssertEqual([.. weights.Select(weight => weight.grad!)], expected[2..]);
    }

    [Test]
    public void Tensors_in_another_order_of_memory_are_read_as_what_they_are()
    {
        var leaves = NaiveTcnBlock.Leaves(2, 20, 32, 48, 3);
        Tensor[] strided = [.. leaves.Select(leaf => leaf.dim() == 3 ? leaf.transpose(0, 1).contiguous().transpose(0, 1) : leaf)];

        Assert.That(strided[0].is_contiguous(), Is.False);
        AssertEqual([Run(strided, null, 1)], [Run(leaves, null, 1)]);
    }

    [Test]
    public void A_gradient_that_is_one_number_everywhere_is_read_as_such()
    {
        var leaves = NaiveTcnBlock.Leaves(2, 20, 32, 48, 3);
        var (actual, expected) = (leaves[0].clone().requires_grad_(), leaves[0].to_type(ScalarType.Float64).requires_grad_());
        Tensor[] exact = [expected, .. leaves[1..].Select(leaf => leaf.to_type(ScalarType.Float64))];

        Run([actual, .. leaves[1..]], null, 1).sum().backward();
        NaiveTcnBlock.Run(exact, [20, 20], 1).sum().backward();

        AssertSame([actual.grad!], [expected.grad!]);
    }

    [Test]
    public void An_empty_batch_stays_empty_and_its_gradients_are_zero()
    {
        var leaves = NaiveTcnBlock.Leaves(1, 20, 32, 48, 3);
        leaves[0] = leaves[0].narrow(0, 0, 0);

        var results = Gradients.Of(values => Run(values, null, 1), leaves, ScalarType.Float32);

        Assert.That(results[0].shape, Is.EqualTo(new long[] { 0, 20, 32 }));
        Assert.That(results[2..].Select(gradient => gradient.abs().sum().item<float>()), Is.All.Zero);
    }

    [Test]
    public void A_dilation_beyond_all_bounds_leaves_the_middle_tap()
    {
        var leaves = NaiveTcnBlock.Leaves(1, 20, 32, 48, 31);

        AssertEqual([Run(leaves, null, long.MaxValue)], [Run(leaves, null, 20)]);
    }
}
