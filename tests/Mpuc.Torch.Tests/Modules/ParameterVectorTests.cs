using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mpuc.Torch.Tests.Modules;

internal sealed class ParameterVectorTests : ScopedTests
{
    [Test]
    public void Parameters_become_a_vector_and_come_back()
    {
        var (source, target) = (Linear(3, 2), Linear(3, 2));

        var vector = utils.parameters_to_vector(source.parameters());
        utils.vector_to_parameters(vector, target.parameters());

        Assert.That(vector.shape, Is.EqualTo(new[] { 8L }));
        Assert.That(target.weight.Equals(source.weight) && target.bias!.Equals(source.bias), Is.True);
    }

    [Test]
    public void A_vector_of_another_length_is_refused()
        => Assert.That(
            () => utils.vector_to_parameters(ones(7), Linear(3, 2).parameters()),
            Throws.ArgumentException.With.Message.Contains("8 elements").And.Message.Contains("[7]"));

    [Test]
    public void Sequences_are_padded_at_their_ends([Values] bool batchFirst)
    {
        var padded = utils.rnn.pad_sequence([ones(2, 3), ones(4, 3) * 2], batchFirst, padding_value: -1);

        var expected = stack([cat([ones(2, 3), -ones(2, 3)]), ones(4, 3) * 2], batchFirst ? 0 : 1);
        Assert.That(padded.Equals(expected), Is.True);
    }

    [Test]
    public void The_joint_norm_of_gradients_is_clipped([Values(1.0, 2.0, double.PositiveInfinity)] double order)
    {
        Parameter[] parameters = [WithGradient(3, -4), WithGradient(12), new(zeros(5))];
        var before = order switch { 1 => 19, 2 => 13, _ => 12 };

        Assert.That(utils.clip_grad_norm_(parameters, 6.5, order), Is.EqualTo(before).Within(1e-5));
        Assert.That(parameters[0].grad!.data<float>(), Is.EqualTo(new[] { 3 * 6.5f / before, -4 * 6.5f / before }).Within(1e-5));
        Assert.That(parameters[1].grad!.item<float>(), Is.EqualTo(12 * 6.5f / before).Within(1e-5));
    }

    [Test]
    public void A_norm_below_the_limit_changes_nothing()
    {
        var parameter = WithGradient(3, 4);

        Assert.That(utils.clip_grad_norm_([parameter], 100), Is.EqualTo(5).Within(1e-6));
        Assert.That(parameter.grad!.data<float>(), Is.EqualTo(new[] { 3f, 4f }));
    }

    [Test]
    public void Without_gradients_the_norm_is_zero()
        => Assert.That(utils.clip_grad_norm_([new Parameter(ones(1))], 1), Is.Zero);

    [Test]
    public void Elements_of_gradients_are_clipped()
    {
        var parameter = WithGradient(3, -4, 0.5f);

        utils.clip_grad_value_([parameter], 1);

        Assert.That(parameter.grad!.data<float>(), Is.EqualTo(new[] { 1f, -1f, 0.5f }));
    }

    private static Parameter WithGradient(params float[] gradient) => new(zeros(gradient.Length)) { grad = tensor(gradient) };
}
