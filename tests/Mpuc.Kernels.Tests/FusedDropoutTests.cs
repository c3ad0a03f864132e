using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

[TestFixture]
internal sealed class FusedDropoutTests
{
    private const double Probability = 0.3;

    private DisposeScope _scope = null!;

    [SetUp]
    public void SetUp()
    {
        _scope = NewDisposeScope();
        manual_seed(11);
    }

    [TearDown]
    public void TearDown() => _scope.Dispose();

    [Test]
    public void Without_dropout_values_and_gradients_are_those_of_plain_operators([Values(1, 5, 16, 5000)] int count)
    {
        var (values, residual) = (randn(count), randn(count));

        Compare(leaves => FusedDropout.Add(leaves[0], leaves[1], 0), leaves => leaves[0] + leaves[1], values, residual);
        Compare(leaves => FusedDropout.Rectify(leaves[0], 0), leaves => leaves[0].relu(), values);
    }

    [Test]
    public void What_is_kept_is_scaled_and_its_share_is_as_asked()
    {
        var values = rand(200, 501) + 0.5;

        var result = FusedDropout.Add(values, zeros_like(values), Probability);

        var isKept = result != 0;
        Assert.That(isKept.to_type(ScalarType.Float64).mean().item<double>(), Is.EqualTo(1 - Probability).Within(0.01));
        var expected = where(isKept, values / (1 - Probability), zeros_like(values));
        Assert.That((result - expected).abs().max().item<float>(), Is.LessThan(1e-5));
    }

    [Test]
    public void Every_place_is_dropped_now_and_then()
    {
        var values = ones(4096 + 37);
        var kept = zeros_like(values);
        for (var draw = 0; draw < 200; draw++)
        {
            kept += FusedDropout.Rectify(values, 0.5) / 2;
        }

        Assert.That(kept.min().item<float>(), Is.GreaterThan(50));
        Assert.That(kept.max().item<float>(), Is.LessThan(150));
    }

    [Test]
    public void The_gradient_passes_where_the_value_did()
    {
        var (values, residual) = (randn(77, 130), randn(77, 130));

        var added = Gradients.Of(leaves => FusedDropout.Add(leaves[0], leaves[1], Probability), [values, zeros_like(values)], ScalarType.Float32);
        var rectified = Gradients.Of(leaves => FusedDropout.Rectify(leaves[0], Probability), [values], ScalarType.Float32);

        var above = arange(values.numel(), ScalarType.Float32).view(values.shape).sin();
        foreach (var (result, gradient) in new[] { (added[0], added[1]), (rectified[0], rectified[1]) })
        {
            var expected = where(result != 0, above / (1 - Probability), zeros_like(above));
            Assert.That((gradient - expected).abs().max().item<float>(), Is.LessThan(1e-5));
        }

        Assert.That((added[2] - above).abs().max().item<float>(), Is.Zero);
        Assert.That((FusedDropout.Add(zeros_like(values), residual, Probability) - residual).abs().max().item<float>(), Is.Zero);
    }

    [Test]
    public void A_seed_repeats_what_is_dropped_and_another_does_not()
    {
        var values = ones(1000);
        var first = Draw(1);

        Assert.That(Gradients.AreEqual(Draw(1), first), Is.True);
        Assert.That(Gradients.AreEqual(Draw(2), first), Is.False);

        Tensor Draw(int seed)
        {
            manual_seed(seed);
            return FusedDropout.Rectify(values, 0.5);
        }
    }

    [Test]
    public void Shorter_types_are_taken_and_float32_comes_back()
    {
        var values = randn(40).to_type(ScalarType.BFloat16);

        var result = FusedDropout.Rectify(values, 0);

        Assert.That(result.dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That((result - values.to_type(ScalarType.Float32).relu()).abs().max().item<float>(), Is.Zero);
    }

    [TestCase(-0.1)]
    [TestCase(1)]
    public void A_probability_that_is_none_is_refused(double probability) => Assert.That(
        () => FusedDropout.Rectify(ones(3), probability), Throws.TypeOf<ExternalException>().With.Message.Contains("less than 1"));

    [Test]
    public void A_residual_of_another_shape_is_refused() => Assert.That(
        () => FusedDropout.Add(ones(3), ones(1), 0), Throws.TypeOf<ExternalException>().With.Message.Contains("residual"));

    private static void Compare(Func<Tensor[], Tensor> actual, Func<Tensor[], Tensor> expected, params Tensor[] leaves)
    {
        foreach (var (result, reference) in Gradients.Of(actual, leaves, ScalarType.Float32).Zip(Gradients.Of(expected, leaves, ScalarType.Float32)))
        {
            Assert.That((result - reference).abs().max().item<float>(), Is.Zero);
        }
    }
}
