using Mpuc.Torch.Tests.Modules;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Optim;

/// <summary>SGD in one pass over memory, which contiguous float32 parameters take from their second step on.</summary>
internal sealed class FusedSgdTests : ScopedTests
{
    // More elements than one thread takes, and no multiple of any vector.
    private static readonly long[][] Shapes = [[331, 301], [7], []];

    [TestCase(0, 0, false)]
    [TestCase(0.3, 0, false)]
    [TestCase(0, 0.02, true)]
    [TestCase(0.3, 0.02, false)]
    public void Its_steps_are_those_of_float64(double dampening, double decay, bool nesterov)
    {
        manual_seed(5);
        Parameter[] single = [.. Shapes.Select(shape => new Parameter(randn(shape)))];
        Parameter[] oracle = [.. single.Select(parameter => new Parameter(parameter.detach().to(ScalarType.Float64)))];
        using var fused = optim.SGD(single, 0.1, 0.9, dampening, decay, nesterov);
        using var exact = optim.SGD(oracle, 0.1, 0.9, dampening, decay, nesterov);
        for (var step = 0; step < 10; step++)
        {
            for (var i = 0; i < single.Length; i++)
            {
                single[i].grad = randn(Shapes[i]);
                oracle[i].grad = single[i].grad!.to(ScalarType.Float64);
            }

            fused.step();
            exact.step();
        }

        for (var i = 0; i < single.Length; i++)
        {
            Assert.That((single[i].to(ScalarType.Float64) - oracle[i]).abs().max().item<double>(), Is.LessThan(1e-5));
        }
    }

    [Test]
    public void A_gradient_that_lies_otherwise_in_memory_is_read_in_the_parameters_order()
    {
        var transposed = new Parameter(zeros(3, 4));
        var plain = new Parameter(zeros(3, 4));
        using var first = optim.SGD([transposed], 0.1, 0.9);
        using var second = optim.SGD([plain], 0.1, 0.9);
        for (var step = 0; step < 3; step++)
        {
            var gradient = randn(4, 3);
            transposed.grad = gradient.t();
            plain.grad = gradient.t().contiguous();
            first.step();
            second.step();
        }

        Assert.That(allclose(transposed, plain), Is.True);
    }

    [Test]
    public void A_graph_that_still_needs_the_weights_from_before_the_step_is_refused_its_backward_pass()
    {
        var weight = new Parameter(randn(4, 4));
        using var optimizer = optim.SGD([weight], 0.1, 0.9);
        weight.grad = randn(4, 4);
        optimizer.step();
        var loss = weight.matmul(weight).sum();
        weight.grad = randn(4, 4);
        optimizer.step();

        Assert.That(() => loss.backward(), Throws.Exception.With.Message.Contains("modified by an inplace operation"));
    }
}
