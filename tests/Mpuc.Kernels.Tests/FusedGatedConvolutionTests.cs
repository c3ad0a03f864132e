using TorchSharp;
using static Mpuc.Kernels.Tests.GatedConvolutionCase;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

[TestFixture]
internal sealed class FusedGatedConvolutionTests
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

    [TestCase(2, 51, 20, 2, 64)]
    [TestCase(1, 51, 88, 16, 64)]
    [TestCase(1, 4, 86, 64, 64)]
    [TestCase(1, 1, 3, 1, 16)]
    [TestCase(37, 1, 3, 3, 16)]
    [TestCase(3, 2, 7, 5, 48)]
    [TestCase(1, 2, 12, 17, 80)]
    [TestCase(1, 1, 601, 3, 32)]
    [TestCase(1, 2, 5, 100, 144)]
    public void Results_and_gradients_are_the_naive_ones_in_double(int batch, int nodes, int frames, int inputs, int outputs)
    {
        var leaves = NaiveGatedConvolution.Leaves(batch, nodes, frames, inputs, outputs);

        AssertSame(Fused(leaves), Exact(leaves));
    }

    [Test]
    public void Every_width_of_vectors_gives_the_naive_results(
        [EveryInstructionSet] string instructions, [Values(2, 16, 67)] int inputs, [Values(16, 64, 80)] int outputs)
    {
        FusedKernels.Instructions = InstructionSet.Choose(instructions);
        var leaves = NaiveGatedConvolution.Leaves(2, 3, 29, inputs, outputs);

        AssertSame(Fused(leaves), Exact(leaves));
    }

    [Test]
    public void Gradients_are_the_slopes_of_the_result()
    {
        // Of one frame and large positive sums, so that no step crosses the bend at zero.
        var leaves = NaiveGatedConvolution.Leaves(1, 1, 3, 2, 16);
        leaves[2].fill_(4);
        var gradients = Fused(leaves)[1..];
        const double step = 1.0 / 64;
        for (var leaf = 0; leaf < leaves.Length; leaf++)
        {
            for (var i = 0; i < leaves[leaf].numel(); i++)
            {
                var slope = (Weighted(leaf, i, step) - Weighted(leaf, i, -step)) / (2 * step);
                Assert.That(gradients[leaf].flatten()[i].item<float>(), Is.EqualTo(slope).Within(2e-3), $"gradient {leaf}, element {i}");
            }
        }

        double Weighted(int leaf, int i, double by)
        {
            Tensor[] moved = [.. leaves.Select(tensor => tensor.clone())];
            moved[leaf].view(-1).narrow(0, i, 1).add_(by);
            var result = Run(moved).to_type(ScalarType.Float64);
            return (result * arange(result.numel(), ScalarType.Float64).view(result.shape).sin()).sum().item<double>();
        }
    }

    [Test]
    public void The_same_call_gives_the_same_bits()
    {
        var leaves = NaiveGatedConvolution.Leaves(5, 7, 30, 16, 64);
        set_num_threads(3);
        var first = Fused(leaves, 0);
        for (var repetition = 0; repetition < 5; repetition++)
        {
            TcnBlockCase.AssertEqual(Fused(leaves), first);
        }
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(50)]
    public void Several_threads_give_the_same_bits_as_one(int threads)
    {
        var leaves = NaiveGatedConvolution.Leaves(3, 13, 30, 3, 64);
        manual_seed(3);
        var one = Fused(leaves, 0.1);
        set_num_threads(threads);
        manual_seed(3);

        TcnBlockCase.AssertEqual(Fused(leaves, 0.1), one);
    }

    [Test]
    public void Without_gradients_the_result_is_the_same()
    {
        var leaves = NaiveGatedConvolution.Leaves(2, 3, 20, 16, 48);
        var expected = Fused(leaves)[0];
        Array.ForEach(leaves, leaf => leaf.requires_grad = true);

        using (no_grad())
        {
            var result = Run(leaves);
            Assert.That(result.requires_grad, Is.False);
            Assert.That(Gradients.AreEqual(result, expected), Is.True);
        }

        using (inference_mode())
        {
            Assert.That(Gradients.AreEqual(Run(leaves), expected), Is.True);
        }
    }

    [Test]
    public void Frozen_weights_leave_the_gradient_of_the_values()
    {
        var leaves = NaiveGatedConvolution.Leaves(2, 3, 20, 5, 48);
        var expected = Fused(leaves)[1];
        var values = leaves[0].clone().requires_grad_();

        Gradients.Backward(Run([values, .. leaves[1..]]));

        Assert.That(Gradients.AreEqual(values.grad!, expected), Is.True);
    }

    [Test]
    public void Values_without_a_gradient_leave_those_of_the_weights()
    {
        var leaves = NaiveGatedConvolution.Leaves(2, 3, 20, 5, 48);
        var expected = Fused(leaves);
        Tensor[] weights = [.. leaves[1..].Select(leaf => leaf.clone().requires_grad_())];

        Gradients.Backward(Run([leaves[0], .. weights]));

        Assert.That(leaves[0].grad, Is.Null);
        TcnBlockCase.AssertEqual([.. weights.Select(weight => weight.grad!)], expected[2..]);
    }

    [Test]
    public void Tensors_in_another_order_of_memory_are_read_as_what_they_are()
    {
        var leaves = NaiveGatedConvolution.Leaves(2, 3, 20, 5, 48);
        Tensor[] strided = [.. leaves.Select(leaf => leaf.dim() == 4 ? leaf.transpose(0, 1).contiguous().transpose(0, 1) : leaf)];

        Assert.That(strided[0].is_contiguous(), Is.False);
        TcnBlockCase.AssertEqual(Fused(strided), Fused(leaves));
    }

    [Test]
    public void A_gradient_that_is_one_number_everywhere_is_read_as_such()
    {
        var leaves = NaiveGatedConvolution.Leaves(2, 3, 20, 5, 48);
        var (actual, expected) = (leaves[0].clone().requires_grad_(), leaves[0].to_type(ScalarType.Float64).requires_grad_());
        Tensor[] exact = [expected, .. leaves[1..].Select(leaf => leaf.to_type(ScalarType.Float64))];

        Run([actual, .. leaves[1..]]).sum().backward();
        NaiveGatedConvolution.Run(exact).sum().backward();

        AssertSame([actual.grad!], [expected.grad!]);
    }

    [TestCase(0, 3)]
    [TestCase(2, 0)]
    public void An_empty_batch_stays_empty_and_its_gradients_are_zero(int batch, int nodes)
    {
        var leaves = NaiveGatedConvolution.Leaves(batch, nodes, 20, 5, 48);

        var results = Fused(leaves);

        Assert.That(results[0].shape, Is.EqualTo(new long[] { batch, nodes, 18, 48 }));
        Assert.That(results[1].shape, Is.EqualTo(leaves[0].shape));
        Assert.That(results[2..].Select(gradient => gradient.abs().sum().item<float>()), Is.All.Zero);
    }

    [Test]
    public void What_is_no_number_stays_so_in_the_frames_and_the_node_that_it_touches()
    {
        var leaves = NaiveGatedConvolution.Leaves(1, 3, 9, 4, 16);
        var expected = Run(leaves);
        leaves[0][0, 1, 4, 2] = float.NaN;

        var result = Run(leaves);

        Assert.That(result[0, 1].narrow(0, 2, 3).isnan().all().item<bool>(), Is.True);
        Assert.That(result.isnan().sum().item<long>(), Is.EqualTo(3 * 16));
        Assert.That(Gradients.AreEqual(result[0, 2], expected[0, 2]), Is.True);
    }
}
