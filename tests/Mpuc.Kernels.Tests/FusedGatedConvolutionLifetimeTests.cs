using TorchSharp;
using static Mpuc.Kernels.Tests.GatedConvolutionCase;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

/// <summary>What becomes of tensors, and what a backward pass does where it must not throw.</summary>
[TestFixture]
internal sealed class FusedGatedConvolutionLifetimeTests
{
    private DisposeScope _scope = null!;

    [SetUp]
    public void SetUp() => _scope = NewDisposeScope();

    [TearDown]
    public void TearDown() => _scope.Dispose();

    [Test]
    public void A_step_in_a_dispose_scope_leaves_no_tensor_behind()
    {
        var leaves = Trained();
        Step(leaves);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        for (var step = 0; step < 20; step++)
        {
            Step(leaves);
        }

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    [Test]
    public void A_call_leaves_its_result_and_nothing_else_in_the_callers_scope([Values] bool isDifferentiated)
    {
        var leaves = Trained();
        using var scope = NewDisposeScope();
        using var mode = set_grad_enabled(isDifferentiated);
        var before = scope.DisposablesCount;

        _ = Run(leaves, 0.1);

        Assert.That(scope.DisposablesCount, Is.EqualTo(before + 1));
    }

    [Test]
    public void Memory_does_not_grow_from_step_to_step()
    {
        var leaves = NaiveGatedConvolution.Leaves(8, 51, 90, 16, 64);
        Array.ForEach(leaves, leaf => leaf.requires_grad = true);
        for (var step = 0; step < 20; step++)
        {
            Step(leaves);
        }

        var before = Environment.WorkingSet;
        for (var step = 0; step < 150; step++)
        {
            Step(leaves);
        }

        // What is kept takes 9 MiB a step.
        Assert.That((Environment.WorkingSet - before) >> 20, Is.LessThan(128));
    }

    [Test]
    public void Gradients_can_be_had_twice_of_a_graph_that_is_kept()
    {
        var leaves = Trained();
        Tensor result;
        using (var scope = NewDisposeScope())
        {
            result = scope.MoveToOuter(Run(leaves, 0.2));
        }

        var weights = arange(result.numel(), ScalarType.Float32).view(result.shape).sin();
        result.backward([weights], retain_graph: true);
        Tensor[] once = [.. leaves.Select(leaf => leaf.grad!.clone())];
        result.backward([weights]);

        TcnBlockCase.AssertEqual([.. leaves.Select(leaf => leaf.grad!)], [.. once.Select(gradient => gradient * 2)]);
    }

    [Test]
    public void Values_written_to_before_the_backward_pass_make_the_gradients_NaN()
    {
        var leaves = Trained();
        var values = leaves[0] * 1;
        var result = Run([values, .. leaves[1..]]);
        values.add_(1);

        Gradients.Backward(result);

        Assert.That(leaves.Select(leaf => leaf.grad!.isnan().all().item<bool>()), Is.All.True);
    }

    [Test]
    public void Weights_written_to_before_the_backward_pass_count_as_they_were()
    {
        var leaves = Trained();
        var expected = Fused(leaves);
        var result = Run(leaves);
        using (no_grad())
        {
            Array.ForEach(leaves[1..], leaf => leaf.mul_(2));
        }

        Gradients.Backward(result);

        TcnBlockCase.AssertEqual([.. leaves.Select(leaf => leaf.grad!)], expected[1..]);
    }

    [Test]
    public void No_gradient_of_the_result_makes_none_of_the_leaves()
    {
        var leaves = Trained();
        var result = Swallow.apply(Run(leaves));

        result.sum().backward();

        Assert.That(leaves.Select(leaf => leaf.grad), Is.All.Null);
    }

    [Test]
    public void Gradients_belong_to_no_graph_and_cannot_be_differentiated_again()
    {
        var leaves = Trained();

        var gradients = autograd.grad([Run(leaves).square().sum()], leaves, create_graph: true);

        Assert.That(gradients.Select(gradient => gradient.requires_grad), Is.All.False);
    }

    [Test]
    public async Task Steps_on_several_threads_do_not_disturb_each_other()
    {
        var leaves = NaiveGatedConvolution.Leaves(5, 3, 30, 16, 48);
        var expected = Fused(leaves);

        Tensor[][] Steps() => [.. Enumerable.Range(0, 10).Select(_ => Fused(leaves))];

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Steps)));

        foreach (var result in results.SelectMany(result => result))
        {
            TcnBlockCase.AssertEqual(result, expected);
        }
    }

    private static Tensor[] Trained() => [.. NaiveGatedConvolution.Leaves(2, 3, 20, 5, 48).Select(leaf => leaf.requires_grad_())];

    private static void Step(Tensor[] leaves)
    {
        using var scope = NewDisposeScope();
        Gradients.Backward(Run(leaves, 0.1));
        Array.ForEach(leaves, leaf => leaf.grad = null);
    }

    private sealed class Swallow : autograd.SingleTensorFunction<Swallow>
    {
        public override string Name => nameof(Swallow);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).clone();

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [null!];
    }
}
