using Mpuc.Host.Evaluation.Downstream;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Evaluation.Downstream;

public class ProbeAdamTests
{
    [TestCase(0)]
    [TestCase(0.01)]
    public void Its_weights_are_those_of_the_optimizer_made_of_tensor_operations(double decay)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);

        // 3 x 7 leaves a rest that does not fill a vector register.
        var (start, inputs) = (randn(3, 7), randn(20, 7));
        var (ours, theirs) = (new Parameter(start.clone()), new Parameter(start.clone()));
        var adam = new ProbeAdam([ours], 0.01, decay);
        using var reference = optim.Adam([theirs], 0.01, weight_decay: decay);

        for (var step = 0; step < 25; step++)
        {
            Differentiate(ours, inputs);
            Differentiate(theirs, inputs);
            adam.Step();
            reference.step();
        }

        Assert.That((ours - theirs).abs().max().item<float>(), Is.LessThan(2e-6));
        Assert.That((ours - start).abs().max().item<float>(), Is.GreaterThan(0.1));
    }

    [Test]
    public void A_weight_without_gradient_stays()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(4));

        new ProbeAdam([weight], 0.1, 0.1).Step();

        Assert.That(weight.data<float>().ToArray(), Is.All.EqualTo(1));
    }

    private static void Differentiate(Parameter weight, Tensor inputs)
    {
        weight.grad = null;
        inputs.mm(weight.t()).tanh().square().sum().backward();
    }
}
