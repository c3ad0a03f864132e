using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

public class AutogradTests
{
    private DisposeScope scope = null!;

    [SetUp]
    public void OpenScope() => scope = NewDisposeScope();

    [TearDown]
    public void DisposeAll() => scope.Dispose();

    private static IEnumerable<TestCaseData> Functions()
    {
        yield return Case("products", x => (x * x.roll(1)).sum());
        yield return Case("softmax", x => (x.softmax(0) * arange(6).to(float64)).sum());
        yield return Case("logsumexp", x => x.reshape(2, 3).logsumexp(1).prod());
        yield return Case("matrix product", x => x.reshape(2, 3).mm(x.reshape(3, 2)).tanh().sum());
        yield return Case("einsum", x => einsum("ij,kj->ik", x.reshape(2, 3), x.reshape(2, 3)).exp().mean());
        yield return Case("normalised rows", x => (x.reshape(2, 3) / x.reshape(2, 3).norm(1, keepdim: true)).pow(3).sum());
        yield return Case("indexing", x => x[1..4].sum() * x[-1]);
        yield return Case("gather", x => x.gather(0, tensor(new long[] { 0, 0, 5 })).pow(2).sum());
        yield return Case("concatenation", x => cat([x, x.sin()]).std());
        yield return Case("inverse", x => linalg.inv(x.reshape(2, 3).mm(x.reshape(2, 3).t()) + eye(2, dtype: float64)).sum());
        yield return Case("spectrum", x => fft.rfft(x).abs().pow(2).sum());

        static TestCaseData Case(string name, Func<Tensor, Tensor> function) => new TestCaseData(function).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Functions))]
    public void Gradients_agree_with_finite_differences(Func<Tensor, Tensor> function)
    {
        const double step = 1e-6;
        var point = Double.Random(6);
        var leaf = point.clone().requires_grad_();

        function(leaf).backward();

        var gradient = Double.Values(leaf.grad!);
        for (var i = 0; i < 6; i++) {
            var up = point.clone();
            up[i] += step;
            var down = point.clone();
            down[i] -= step;
            var slope = (function(up) - function(down)).ToDouble() / (2 * step);
            Assert.That(gradient[i], Is.EqualTo(slope).Within(1e-6 * Math.Max(1, Math.Abs(slope))));
        }
    }

    [Test]
    public void Gradients_add_up_until_they_are_cleared()
    {
        var weight = Double.Of(3).requires_grad_();

        (weight * 2).sum().backward();
        (weight * 2).sum().backward();

        Assert.That(weight.grad!.ToDouble(), Is.EqualTo(4));
        weight.grad = null;
        Assert.That(weight.grad, Is.Null);
    }

    [Test]
    public void Leaves_and_results_are_told_apart()
    {
        var leaf = Double.Of(3).requires_grad_();
        var result = leaf * 2;

        Assert.That(leaf.is_leaf && leaf.requires_grad);
        Assert.That(result.requires_grad);
        Assert.That(result.is_leaf, Is.False);
        Assert.That(result.detach().requires_grad, Is.False);
    }

    [Test]
    public void A_retained_gradient_is_kept_in_a_result()
    {
        var leaf = Double.Of(3).requires_grad_();
        var result = leaf * 2;
        result.retain_grad();

        result.pow(2).sum().backward();

        Assert.That(result.grad!.ToDouble(), Is.EqualTo(12));
    }

    [Test]
    public void Nothing_is_recorded_without_gradients()
    {
        var leaf = Double.Of(3).requires_grad_();

        using (no_grad()) {
            Assert.That(is_grad_enabled(), Is.False);
            Assert.That((leaf * 2).requires_grad, Is.False);
            using (enable_grad()) {
                Assert.That((leaf * 2).requires_grad);
            }
        }

        Assert.That(is_grad_enabled());
    }

    [Test]
    public void Inference_mode_ends_with_its_scope()
    {
        using (inference_mode()) {
            Assert.That(is_inference_mode_enabled());
        }

        Assert.That(is_inference_mode_enabled(), Is.False);
        Assert.That(is_grad_enabled());
    }

    [Test]
    public void Derivatives_of_given_inputs_leave_no_gradient_behind()
    {
        var left = Double.Of(2).requires_grad_();
        var right = Double.Of(5).requires_grad_();

        var gradients = autograd.grad([left * right], [left, right]);

        Assert.That(gradients.Select(gradient => gradient.ToDouble()), Is.EqualTo(new double[] { 5, 2 }));
        Assert.That(left.grad, Is.Null);
    }

    [Test]
    public void Second_derivatives_follow_from_a_created_graph()
    {
        var x = Double.Of(2).requires_grad_();
        var first = autograd.grad([x.pow(3)], [x], create_graph: true)[0];

        var second = autograd.grad([first], [x])[0];

        Assert.That(second.ToDouble(), Is.EqualTo(12));
    }

    [Test]
    public void An_unused_input_is_an_error_unless_allowed()
    {
        var used = Double.Of(2).requires_grad_();
        var unused = Double.Of(2).requires_grad_();

        Assert.That(
            () => autograd.grad([used * 2], [used, unused]),
            Throws.InstanceOf<ExternalException>().With.Message.StartsWith("autograd.grad: "));
        Assert.That(autograd.grad([used * 2], [used, unused], allow_unused: true)[1], Is.Null);
    }

    [Test]
    public void Backward_takes_the_gradient_of_what_is_not_a_scalar()
    {
        var x = Double.Of(1, 2).requires_grad_();

        (x * x).backward([Double.Of(1, 10)]);

        Assert.That(Double.Values(x.grad!), Is.EqualTo(new double[] { 2, 40 }));
    }

    [Test]
    public void Backward_twice_through_one_graph_says_what_to_do()
    {
        var x = Double.Of(2).requires_grad_();
        var y = x.pow(2).sum();
        y.backward();

        Assert.That(() => y.backward(), Throws.InstanceOf<ExternalException>().With.Message.Contains("Specify retain_graph=True"));
    }

    [Test]
    public void Backward_can_be_kept_to_some_inputs()
    {
        var wanted = Double.Of(2).requires_grad_();
        var other = Double.Of(3).requires_grad_();

        autograd.backward([wanted * other], inputs: [wanted]);

        Assert.That(wanted.grad!.ToDouble(), Is.EqualTo(3));
        Assert.That(other.grad, Is.Null);
    }

    [Test]
    public void The_jacobian_holds_every_derivative()
    {
        var jacobian = autograd.functional.jacobian(x => x.pow(2).sum(0L), Double.Of(1, 2, 3, 4).reshape(2, 2));

        Assert.That(jacobian.shape, Is.EqualTo(new long[] { 2, 2, 2 }));
        Assert.That(Double.Values(jacobian), Is.EqualTo(new double[] { 2, 0, 6, 0, 0, 4, 0, 8 }));
    }

    [Test]
    public void Anomaly_detection_names_the_function_that_made_a_nan()
    {
        var x = Double.Of(-1).requires_grad_();
        using (autograd.detect_anomaly()) {
            Assert.That(AnomalyMode.IsEnabled);
            Assert.That(() => x.sqrt().sum().backward(), Throws.InstanceOf<ExternalException>().With.Message.Contains("SqrtBackward"));
        }

        Assert.That(AnomalyMode.IsEnabled, Is.False);
    }
}
