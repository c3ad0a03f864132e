using Mpuc.Host.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Training;

public class GradientGuardTests
{
    [Test]
    public void Weights_without_any_gradient_are_in_order() =>
        Assert.That(Find(("audio.a", null), ("text.b", null)), Is.Null);

    [Test]
    public void Finite_gradients_are_in_order_whatever_their_size() =>
        Assert.That(Find(("audio.a", [1e18f, -1e18f]), ("text.b", [0, 1e-30f]), ("face.c", null)), Is.Null);

    [TestCase(float.NaN)]
    [TestCase(float.PositiveInfinity)]
    [TestCase(float.NegativeInfinity)]
    public void One_number_that_is_not_finite_is_found_wherever_it_stands(float wrong) =>
        Assert.That(Find(("audio.a", [1, 2]), ("text.b", [0, wrong])), Is.EqualTo("text.b"));

    [Test]
    public void Of_several_the_first_weight_is_named() =>
        Assert.That(Find(("audio.a", null), ("text.b", [float.NaN, 0]), ("face.c", [float.NaN, 0])), Is.EqualTo("text.b"));

    private static string? Find(params (string Name, float[]? Gradient)[] weights)
    {
        using var scope = NewDisposeScope();
        return GradientGuard.FindNonFinite(
        [
            .. weights.Select(weight =>
            {
                var parameter = new Parameter(zeros(2));
                if (weight.Gradient is { } values)
                {
                    parameter.grad = tensor(values);
                }

                return (weight.Name, parameter);
            }),
        ]);
    }
}
