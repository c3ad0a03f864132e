using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

[TestFixture]
internal sealed class FusedAttentionTests
{
    private DisposeScope _scope = null!;

    [SetUp]
    public void SetUp()
    {
        _scope = NewDisposeScope();
        manual_seed(7);
    }

    [TearDown]
    public void TearDown() => _scope.Dispose();

    [TestCase(1, 1, new long[] { 1 })]
    [TestCase(2, 3, new long[] { 2, 5 })]
    [TestCase(5, 60, new long[] { 30, 1, 7, 17 })]
    [TestCase(4, 16, new long[] { 16, 33, 100 })]
    public void Results_and_gradients_are_the_naive_ones_in_double(int heads, int size, long[] lengths)
    {
        var projected = randn(lengths.Sum(), 3 * heads * size);

        var actual = Gradients.Of(leaves => FusedAttention.Run(leaves[0], tensor(lengths), heads, 0), [projected], ScalarType.Float32);
        var expected = Gradients.Of(leaves => Naive(leaves[0], lengths, heads), [projected], ScalarType.Float64);

        Assert.That(actual[0].shape, Is.EqualTo(new long[] { lengths.Sum(), heads * size }));
        Assert.That(Gradients.RelativeDifference(actual[0], expected[0]), Is.LessThan(1e-5), "result");
        Assert.That(Gradients.RelativeDifference(actual[1], expected[1]), Is.LessThan(1e-5), "gradient");
    }

    [Test]
    public void Large_logits_neither_overflow_nor_vanish()
    {
        var projected = 1000 * randn(20, 3 * 8);

        var actual = Gradients.Of(leaves => FusedAttention.Run(leaves[0], tensor(new long[] { 20 }), 1, 0), [projected], ScalarType.Float32);

        Assert.That(actual.Select(result => result.isfinite().all().item<bool>()), Is.All.True);
    }

    [Test]
    public void Gradients_go_through_the_weights_that_are_kept()
    {
        // With dropout the operator is still linear in the values, so the gradient of the values is the weights themselves.
        var (length, size) = (12, 16);
        var projected = randn(length, 3 * size);
        var weights = stack([.. Enumerable.Range(0, length).Select(WeightsOf)], 1);
        var share = (weights == 0).to_type(ScalarType.Float64).mean().item<double>();
        Assert.That(share, Is.EqualTo(0.4).Within(0.15));

        manual_seed(3);
        var leaf = projected.detach().clone().requires_grad_();
        FusedAttention.Run(leaf, tensor(new long[] { length }), 1, 0.4).sum().backward();
        var expected = weights.sum(dim: 0);
        Assert.That((leaf.grad![.., 2 * size] - expected).abs().max().item<float>(), Is.LessThan(1e-5));

        // What the values of one token alone contribute: its column of the weights.
        Tensor WeightsOf(int token)
        {
            var one = projected.clone();
            one.narrow(1, 2 * size, size).zero_();
            one[token].narrow(0, 2 * size, size).fill_(1);
            manual_seed(3);
            return FusedAttention.Run(one, tensor(new long[] { length }), 1, 0.4)[.., 0];
        }
    }

    [Test]
    public void The_same_bits_come_with_any_number_of_threads()
    {
        var projected = randn(60, 3 * 32);
        var one = Pass();
        set_num_threads(2);
        try
        {
            Assert.That(Pass().Zip(one).Select(pair => Gradients.AreEqual(pair.First, pair.Second)), Is.All.True);
        }
        finally
        {
            set_num_threads(1);
        }

        Tensor[] Pass() => Gradients.Of(
            leaves =>
            {
                manual_seed(1);
                return FusedAttention.Run(leaves[0], tensor(new long[] { 30, 10, 20 }), 2, 0.2);
            },
            [projected],
            ScalarType.Float32);
    }

    [TestCase(new long[] { 3, 2 }, 2, TestName = "Lengths_of_other_tokens_are_refused")]
    [TestCase(new long[] { 6, 0 }, 2, TestName = "Empty_sequences_are_refused")]
    public void Refusals(long[] lengths, int heads) => Assert.That(
        () => FusedAttention.Run(randn(6, 12), tensor(lengths), heads, 0), Throws.TypeOf<ExternalException>().With.Message.Contains("number of tokens"));

    [Test]
    public void Heads_that_do_not_divide_the_width_are_refused() => Assert.That(
        () => FusedAttention.Run(randn(6, 12), tensor(new long[] { 6 }), 3, 0), Throws.TypeOf<ExternalException>().With.Message.Contains("3 * heads * size"));

    private static Tensor Naive(Tensor projected, long[] lengths, int heads)
    {
        var results = new List<Tensor>();
        var first = 0L;
        foreach (var length in lengths)
        {
            var parts = projected.narrow(0, first, length).view(length, 3, heads, -1).permute(1, 2, 0, 3);
            var weights = (parts[0].matmul(parts[1].transpose(1, 2)) / Math.Sqrt(parts.shape[3])).softmax(2);
            results.Add(weights.matmul(parts[2]).transpose(0, 1).reshape(length, -1));
            first += length;
        }

        return cat(results);
    }
}
