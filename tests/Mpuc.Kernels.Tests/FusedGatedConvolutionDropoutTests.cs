using TorchSharp;
using static Mpuc.Kernels.Tests.GatedConvolutionCase;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

[TestFixture]
internal sealed class FusedGatedConvolutionDropoutTests
{
    private static readonly InstructionSet Widest = FusedKernels.Instructions;

    private DisposeScope _scope = null!;

    [SetUp]
    public void SetUp() => _scope = NewDisposeScope();

    [TearDown]
    public void TearDown()
    {
        FusedKernels.Instructions = Widest;
        _scope.Dispose();
    }

    [Test]
    public void It_drops_its_share_and_the_gradients_follow_what_it_kept([Values(0.1, 0.3, 0.9)] double probability)
    {
        var leaves = Open(4, 10, 30, 5, 64);
        manual_seed(11);
        var isKept = Run(leaves, probability) > 0;
        var mask = isKept.to_type(ScalarType.Float64) / (1 - probability);

        manual_seed(11);
        AssertSame(Fused(leaves, probability), Exact(leaves, mask));
        Assert.That(isKept.to_type(ScalarType.Float64).mean().item<double>(), Is.EqualTo(1 - probability).Within(0.01));
    }

    [Test]
    public void It_follows_the_seed_and_differs_between_calls_nodes_frames_and_channels()
    {
        var leaves = Open(1, 2, 66, 5, 64);
        manual_seed(1);
        var first = Run(leaves, 0.5) == 0;
        var second = Run(leaves, 0.5) == 0;
        manual_seed(1);

        Assert.That(Gradients.AreEqual(Run(leaves, 0.5) == 0, first), Is.True);
        Assert.That(Agreement(first, second), Is.EqualTo(0.5).Within(0.03));
        Assert.That(Agreement(first[0, 0], first[0, 1]), Is.EqualTo(0.5).Within(0.04));
        Assert.That(Agreement(first.narrow(2, 1, 63), first.narrow(2, 0, 63)), Is.EqualTo(0.5).Within(0.03));
        Assert.That(Agreement(first.narrow(3, 1, 63), first.narrow(3, 0, 63)), Is.EqualTo(0.5).Within(0.03));
    }

    [Test]
    public void It_drops_the_same_elements_on_every_processor([EveryInstructionSet] string instructions)
    {
        var leaves = Open(2, 3, 9, 5, 48);
        manual_seed(1);
        var expected = Run(leaves, 0.5) == 0;
        FusedKernels.Instructions = InstructionSet.Choose(instructions);
        manual_seed(1);

        Assert.That(Gradients.AreEqual(Run(leaves, 0.5) == 0, expected), Is.True);
    }

    [Test]
    public void Without_it_nothing_is_drawn_from_the_generator()
    {
        var leaves = NaiveGatedConvolution.Leaves(1, 1, 5, 2, 16);
        manual_seed(4);
        var expected = rand(1);
        manual_seed(4);
        _ = Run(leaves);

        Assert.That(Gradients.AreEqual(rand(1), expected), Is.True);
    }

    // With so large a bias that whatever is zero in the result has been dropped.
    private static Tensor[] Open(int batch, int nodes, int frames, int inputs, int outputs)
    {
        var leaves = NaiveGatedConvolution.Leaves(batch, nodes, frames, inputs, outputs);
        leaves[2].fill_(20);
        return leaves;
    }

    private static double Agreement(Tensor left, Tensor right) => (left == right).to_type(ScalarType.Float64).mean().item<double>();
}
