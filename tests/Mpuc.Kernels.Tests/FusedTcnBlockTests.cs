using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

[TestFixture]
internal sealed class FusedTcnBlockTests
{
    private DisposeScope _scope = null!;

    [SetUp]
    public void SetUp() => _scope = NewDisposeScope();

    [TearDown]
    public void TearDown() => _scope.Dispose();

    [TestCase(3, 90, 64, 128, 3, 4)]
    [TestCase(1, 1, 16, 16, 3, 1)]
    [TestCase(1, 7, 16, 16, 3, 16)]
    [TestCase(2, 17, 48, 80, 3, 8)]
    [TestCase(2, 33, 16, 96, 5, 2)]
    [TestCase(2, 9, 112, 32, 1, 1)]
    [TestCase(2, 40, 16, 16, 31, 3)]
    [TestCase(37, 11, 32, 48, 3, 2)]
    public void Results_and_gradients_are_the_naive_ones_in_double(int batch, int frames, int channels, int hidden, int taps, int dilation)
    {
        var leaves = NaiveTcnBlock.Leaves(batch, frames, channels, hidden, taps);
        var lengths = Enumerable.Repeat((long)frames, batch).ToArray();

        AssertSame(
            Gradients.Of(values => Run(values, null, dilation), leaves, ScalarType.Float32),
            Gradients.Of(values => NaiveTcnBlock.Run(values, lengths, dilation), leaves, ScalarType.Float64));
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

    [TestCase(1)]
    [TestCase(2)]
    public void The_same_number_of_threads_gives_the_same_bits(int threads)
    {
        var leaves = NaiveTcnBlock.Leaves(19, 30, 64, 128, 3);
        set_num_threads(threads);
        try
        {
            var first = Gradients.Of(values => Run(values, null, 2), leaves, ScalarType.Float32);

            for (var repetition = 0; repetition < 5; repetition++)
            {
                var again = Gradients.Of(values => Run(values, null, 2), leaves, ScalarType.Float32);
                Assert.That(again.Zip(first).All(pair => Gradients.AreEqual(pair.First, pair.Second)), Is.True);
            }
        }
        finally
        {
            set_num_threads(1);
        }
    }

    [Test]
    public void Up_to_sixteen_threads_give_the_same_bits_as_one()
    {
        var leaves = NaiveTcnBlock.Leaves(19, 30, 64, 128, 3);
        var one = Gradients.Of(values => Run(values, null, 2), leaves, ScalarType.Float32);
        set_num_threads(3);
        try
        {
            var three = Gradients.Of(values => Run(values, null, 2), leaves, ScalarType.Float32);

            Assert.That(three.Zip(one).Select(pair => Gradients.AreEqual(pair.First, pair.Second)), Is.All.True);
        }
        finally
        {
            set_num_threads(1);
        }
    }

    [Test]
    public void Dropout_drops_its_share_and_the_gradients_follow_what_it_kept()
    {
        const double probability = 0.3;
        var leaves = NaiveTcnBlock.Leaves(8, 50, 64, 48, 3);
        var without = Run(leaves, null, 2) - leaves[0];
        manual_seed(11);
        var mask = ((Run(leaves, null, 2, probability) - leaves[0]) / without).detach();
        var lengths = Enumerable.Repeat(50L, 8).ToArray();
        var isKept = mask.abs() > 0.5;
        var exact = isKept.to_type(ScalarType.Float64) / (1 - probability);

        manual_seed(11);
        AssertSame(
            Gradients.Of(values => Run(values, null, 2, probability), leaves, ScalarType.Float32),
            Gradients.Of(values => NaiveTcnBlock.Run(values, lengths, 2, exact), leaves, ScalarType.Float64));
        Assert.That(isKept.to_type(ScalarType.Float64).mean().item<double>(), Is.EqualTo(1 - probability).Within(0.01));
    }

    [Test]
    public void Dropout_follows_the_seed_and_differs_from_call_to_call_window_to_window_and_frame_to_frame()
    {
        var leaves = NaiveTcnBlock.Leaves(2, 64, 64, 16, 1);
        leaves[0].zero_();
        manual_seed(1);
        var first = Run(leaves, null, 1, 0.5) == 0;
        var second = Run(leaves, null, 1, 0.5) == 0;
        manual_seed(1);

        Assert.That(Gradients.AreEqual(Run(leaves, null, 1, 0.5) == 0, first), Is.True);
        Assert.That(Agreement(first, second), Is.EqualTo(0.5).Within(0.03));
        Assert.That(Agreement(first[0], first[1]), Is.EqualTo(0.5).Within(0.04));
        Assert.That(Agreement(first.narrow(1, 1, 63), first.narrow(1, 0, 63)), Is.EqualTo(0.5).Within(0.03));
        Assert.That(Agreement(first.narrow(2, 1, 63), first.narrow(2, 0, 63)), Is.EqualTo(0.5).Within(0.03));
    }

    [Test]
    public void Without_gradients_the_result_is_the_same()
    {
        var leaves = NaiveTcnBlock.Leaves(3, 20, 32, 48, 3);
        var expected = Gradients.Of(values => Run(values, null, 4), leaves, ScalarType.Float32)[0];
        using var noGrad = no_grad();

        Assert.That(Gradients.AreEqual(Run(leaves, null, 4), expected), Is.True);
    }

    [Test]
    public void Frozen_weights_leave_the_gradient_of_the_values()
    {
        var leaves = NaiveTcnBlock.Leaves(2, 20, 32, 48, 3);
        var expected = Gradients.Of(values => Run(values, null, 1), leaves, ScalarType.Float32)[1];
        var values = leaves[0].clone().requires_grad_();

        var result = Run([values, .. leaves[1..]], null, 1);
        (result * arange(result.numel(), ScalarType.Float32).view(result.shape).sin()).sum().backward();

        Assert.That(Gradients.AreEqual(values.grad!, expected), Is.True);
    }

    [Test]
    public void Values_in_another_order_of_memory_are_read_as_what_they_are()
    {
        var leaves = NaiveTcnBlock.Leaves(2, 20, 32, 48, 3);
        var strided = leaves[0].transpose(1, 2).contiguous().transpose(1, 2);

        Assert.That(Gradients.AreEqual(Run([strided, .. leaves[1..]], null, 1), Run(leaves, null, 1)), Is.True);
    }

    [Test]
    public void An_empty_batch_stays_empty()
    {
        var leaves = NaiveTcnBlock.Leaves(1, 20, 32, 48, 3);
        leaves[0] = leaves[0].narrow(0, 0, 0);

        Assert.That(Run(leaves, null, 1).shape, Is.EqualTo(new long[] { 0, 20, 32 }));
    }

    [Test]
    public void A_second_derivative_is_refused()
    {
        var leaves = NaiveTcnBlock.Leaves(1, 5, 16, 16, 3);
        var values = leaves[0].requires_grad_();

        Assert.That(
            () => autograd.grad([Run(leaves, null, 1).sum()], [values], create_graph: true),
            Throws.TypeOf<ExternalException>().With.Message.Contains("no second derivative"));
    }

    [Test]
    public void What_the_operator_cannot_take_is_left_to_the_plain_path()
    {
        var leaves = NaiveTcnBlock.Leaves(1, 5, 16, 16, 3);
        var odd = NaiveTcnBlock.Leaves(1, 5, 16, 10, 3);

        Assert.That(Supports(leaves), Is.True);
        Assert.That(Supports(odd), Is.False, "hidden channels");
        Assert.That(Supports([.. leaves.Select(leaf => leaf.to_type(ScalarType.Float64))]), Is.False, "type");
        Assert.That(Supports([leaves[0].to_type(ScalarType.Float64), .. leaves[1..]]), Is.False, "type of the values");
        Assert.That(Supports(NaiveTcnBlock.Leaves(1, 5, 16, 16, 33)), Is.False, "taps");
        Assert.That(() => Run(odd, null, 1), Throws.TypeOf<ExternalException>().With.Message.Contains("multiples of 16"));
    }

    private static bool Supports(Tensor[] leaves) => FusedTcnBlock.Supports(leaves[0], NaiveTcnBlock.Weights(leaves));

    private static double Agreement(Tensor left, Tensor right) => (left == right).to_type(ScalarType.Float64).mean().item<double>();

    private static Tensor Run(Tensor[] leaves, long[]? lengths, long dilation, double dropout = 0) =>
        FusedTcnBlock.Run(leaves[0], lengths is null ? null : tensor(lengths), NaiveTcnBlock.Weights(leaves), dilation, dropout);

    private static void AssertSame(Tensor[] actual, Tensor[] expected)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.That(actual[i].shape, Is.EqualTo(expected[i].shape));
            // A slope's gradient is one number, a sum over the whole batch in which most of the terms cancel.
            var tolerance = expected[i].numel() == 1 ? 1e-4 : 1e-5;
            Assert.That(Gradients.RelativeDifference(actual[i], expected[i]), Is.LessThan(tolerance), i == 0 ? "result" : $"gradient {i - 1}");
        }
    }
}
