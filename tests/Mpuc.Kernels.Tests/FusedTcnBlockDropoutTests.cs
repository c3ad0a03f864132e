using TorchSharp;
using static Mpuc.Kernels.Tests.TcnBlockCase;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

[TestFixture]
internal sealed class FusedTcnBlockDropoutTests
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
        var leaves = NaiveTcnBlock.Leaves(8, 50, 64, 48, 3);
        var without = Run(leaves, null, 2) - leaves[0];
        manual_seed(11);
        var mask = ((Run(leaves, null, 2, probability) - leaves[0]) / without).detach();
        var isKept = mask.abs() > 0.5;
        var exact = isKept.to_type(ScalarType.Float64) / (1 - probability);

        manual_seed(11);
        AssertSame(
            Gradients.Of(values => Run(values, null, 2, probability), leaves, ScalarType.Float32),
            Gradients.Of(values => NaiveTcnBlock.Run(values, Full(8, 50), 2, exact), leaves, ScalarType.Float64));
        Assert.That(isKept.to_type(ScalarType.Float64).mean().item<double>(), Is.EqualTo(1 - probability).Within(0.01));
    }

    [Test]
    public void It_follows_the_seed_and_differs_between_calls_windows_frames_and_channels()
    {
        var leaves = Silent(2, 64, 64);
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
    public void The_numbers_dropped_of_frames_and_of_channels_vary_as_independent_draws_do()
    {
        const double probability = 0.2;
        var leaves = Silent(64, 100, 64);
        manual_seed(2);
        var isDropped = (Run(leaves, null, 1, probability) == 0).to_type(ScalarType.Float64);
        var perFrame = isDropped.sum(2);
        var perChannel = isDropped.sum(1);

        // A binomial distribution's variance; 6400 frames and 4096 channels estimate it to some two hundredths.
        Assert.That(perFrame.var().item<double>(), Is.EqualTo(64 * probability * (1 - probability)).Within(10).Percent);
        Assert.That(perChannel.var().item<double>(), Is.EqualTo(100 * probability * (1 - probability)).Within(10).Percent);
    }

    [Test]
    public void It_drops_the_same_elements_on_every_processor([EveryInstructionSet] string instructions)
    {
        var leaves = Silent(2, 9, 48);
        manual_seed(1);
        var expected = Run(leaves, null, 1, 0.5) == 0;
        FusedKernels.Instructions = InstructionSet.Choose(instructions);
        manual_seed(1);

        Assert.That(Gradients.AreEqual(Run(leaves, null, 1, 0.5) == 0, expected), Is.True);
    }

    [Test]
    public void Without_it_nothing_is_drawn_from_the_generator()
    {
        var leaves = NaiveTcnBlock.Leaves(1, 5, 16, 16, 3);
        manual_seed(4);
        var expected = rand(1);
        manual_seed(4);
        _ = Run(leaves, null, 1);

        Assert.That(Gradients.AreEqual(rand(1), expected), Is.True);
    }

    // Of zeros the branch is a bias, so what is zero in the result has been dropped.
    private static Tensor[] Silent(int batch, int frames, int channels)
    {
        var leaves = NaiveTcnBlock.Leaves(batch, frames, channels, 16, 1);
        leaves[0].zero_();
        return leaves;
    }

    private static double Agreement(Tensor left, Tensor right) => (left == right).to_type(ScalarType.Float64).mean().item<double>();
}
