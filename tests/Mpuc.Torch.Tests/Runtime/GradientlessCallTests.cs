using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

/// <summary>Operators of which no gradient can come take a shorter way; where one can come, it does.</summary>
public class GradientlessCallTests
{
    [Test]
    public void One_argument_that_wants_a_gradient_is_enough()
    {
        using var scope = NewDisposeScope();
        var weight = ones([2], requires_grad: true);

        Assert.That((zeros(2) + weight).requires_grad);
        Assert.That(cat([zeros(2), weight]).requires_grad, "a list");
        Assert.That(weight.index_select(0, tensor(new long[] { 0 })).requires_grad);
        Assert.That(nn.functional.linear(zeros(1, 2), zeros(3, 2), ones([3], requires_grad: true)).requires_grad, "an optional one");
    }

    [Test]
    public void A_view_of_a_tensor_that_wants_a_gradient_wants_one()
    {
        using var scope = NewDisposeScope();
        var weights = ones([2, 3], requires_grad: true);

        weights[0].mul(2).sum().backward();

        Assert.That(weights.grad!.sum(dim: 1).data<float>().ToArray(), Is.EqualTo(new[] { 6f, 0f }));
    }

    [Test]
    public void A_tensor_that_a_weight_was_written_into_wants_a_gradient()
    {
        using var scope = NewDisposeScope();
        var weight = ones([2], requires_grad: true);
        var values = zeros(3, 2);
        var row = values[1];

        values[1] = weight;

        Assert.That(row.mul(2).requires_grad, "a view from before");
        values.mul(3).sum().backward();
        Assert.That(weight.grad!.data<float>().ToArray(), Is.All.EqualTo(3));
    }

    [Test]
    public void Without_gradients_results_are_the_same_numbers()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (input, weight, bias) = (rand(5, 4), rand(new long[] { 3, 4 }, requires_grad: true), rand(new long[] { 3 }, requires_grad: true));
        Tensor Compute() => nn.functional.gelu(nn.functional.linear(input, weight, bias)).matmul(weight).softmax(1);
        var expected = Compute();

        using var noGrad = no_grad();
        var actual = Compute();

        Assert.That(expected.requires_grad && !actual.requires_grad);
        Assert.That(actual.data<float>().ToArray(), Is.EqualTo(expected.data<float>().ToArray()));
    }

    [Test]
    public void A_change_in_place_of_what_backward_needs_is_still_noticed()
    {
        using var scope = NewDisposeScope();
        var weight = ones([2], requires_grad: true);
        var values = rand(2);
        var product = values * weight;
        var view = values.view(2, 1);

        using (no_grad()) {
            view.add_(1);
        }

        Assert.That(() => product.sum().backward(), Throws.InstanceOf<ExternalException>().With.Message.Contains("modified by an inplace operation"));
    }

    [Test]
    public void A_view_made_without_gradients_shares_its_memory()
    {
        using var scope = NewDisposeScope();
        var values = zeros(2, 3);

        values.reshape(3, 2).t()[0].fill_(1);
        values.contiguous().view(6)[5] = 7f;

        Assert.That(values.data<float>().ToArray(), Is.EqualTo(new[] { 1f, 0, 1, 0, 1, 7 }));
    }

    [Test]
    public void A_result_made_without_gradients_can_ask_for_one()
    {
        using var scope = NewDisposeScope();
        var weight = (zeros(2) + 1).requires_grad_();

        (weight * 3).sum().backward();

        Assert.That(weight.grad!.data<float>().ToArray(), Is.All.EqualTo(3));
    }
}
