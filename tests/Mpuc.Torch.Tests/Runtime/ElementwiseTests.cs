using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

/// <summary>Element-wise functions against the same functions of System.Math.</summary>
public class ElementwiseTests
{
    private static readonly double[] Anywhere = [-2.5, -1, -0.3, 0, 0.2, 1, 3.7];
    private static readonly double[] Positive = [0.01, 0.2, 0.9, 1, 2.5, 40];
    private static readonly double[] Inside = [-0.99, -0.5, 0, 0.1, 0.8];

    private DisposeScope scope = null!;

    [SetUp]
    public void OpenScope() => scope = NewDisposeScope();

    [TearDown]
    public void DisposeAll() => scope.Dispose();

    private static IEnumerable<TestCaseData> UnaryFunctions()
    {
        yield return Case("abs", x => x.abs(), x => x.abs_(), Math.Abs, Anywhere);
        yield return Case("neg", x => -x, x => x.neg_(), x => -x, Anywhere);
        yield return Case("sign", x => x.sign(), x => x.sign_(), x => Math.Sign(x), Anywhere);
        yield return Case("exp", x => x.exp(), x => x.exp_(), Math.Exp, Anywhere);
        yield return Case("expm1", x => x.expm1(), x => x.expm1_(), x => Math.Exp(x) - 1, Anywhere);
        yield return Case("log", x => x.log(), x => x.log_(), Math.Log, Positive);
        yield return Case("log2", x => x.log2(), x => x.log2_(), Math.Log2, Positive);
        yield return Case("log10", x => x.log10(), x => x.log10_(), Math.Log10, Positive);
        yield return Case("log1p", x => x.log1p(), x => x.log1p_(), x => Math.Log(1 + x), Positive);
        yield return Case("sqrt", x => x.sqrt(), x => x.sqrt_(), Math.Sqrt, Positive);
        yield return Case("rsqrt", x => x.rsqrt(), x => x.rsqrt_(), x => 1 / Math.Sqrt(x), Positive);
        yield return Case("reciprocal", x => x.reciprocal(), x => x.reciprocal_(), x => 1 / x, Positive);
        yield return Case("sin", x => x.sin(), x => x.sin_(), Math.Sin, Anywhere);
        yield return Case("cos", x => x.cos(), x => x.cos_(), Math.Cos, Anywhere);
        yield return Case("tan", x => x.tan(), x => x.tan_(), Math.Tan, Anywhere);
        yield return Case("asin", x => x.asin(), x => x.asin_(), Math.Asin, Inside);
        yield return Case("acos", x => x.acos(), x => x.acos_(), Math.Acos, Inside);
        yield return Case("atan", x => x.atan(), x => x.atan_(), Math.Atan, Anywhere);
        yield return Case("sinh", x => x.sinh(), x => x.sinh_(), Math.Sinh, Anywhere);
        yield return Case("cosh", x => x.cosh(), x => x.cosh_(), Math.Cosh, Anywhere);
        yield return Case("tanh", x => x.tanh(), x => x.tanh_(), Math.Tanh, Anywhere);
        yield return Case("asinh", x => x.asinh(), x => x.asinh_(), Math.Asinh, Anywhere);
        yield return Case("atanh", x => x.atanh(), x => x.atanh_(), Math.Atanh, Inside);
        yield return Case("floor", x => x.floor(), x => x.floor_(), Math.Floor, Anywhere);
        yield return Case("ceil", x => x.ceil(), x => x.ceil_(), Math.Ceiling, Anywhere);
        yield return Case("trunc", x => x.trunc(), x => x.trunc_(), Math.Truncate, Anywhere);
        yield return Case("round half to even", x => x.round(), x => x.round_(), x => Math.Round(x, MidpointRounding.ToEven), Anywhere);
        yield return Case("round to one decimal", x => x.round(1), x => x.round_(1), x => Math.Round(x, 1), [0.31, 1.28, -2.44]);
        yield return Case("frac", x => x.frac(), x => x.frac_(), x => x - Math.Truncate(x), Anywhere);
        yield return Case("sigmoid", x => x.sigmoid(), x => x.sigmoid_(), x => 1 / (1 + Math.Exp(-x)), Anywhere);
        yield return Case("relu", x => x.relu(), x => x.relu_(), x => Math.Max(x, 0), Anywhere);
        yield return Case("silu", x => x.silu(), x => x.silu_(), x => x / (1 + Math.Exp(-x)), Anywhere);
        yield return Case("elu", x => x.elu(0.5), x => x.elu_(0.5), x => x > 0 ? x : 0.5 * (Math.Exp(x) - 1), Anywhere);
        yield return Case("leaky_relu", x => x.leaky_relu(0.1), x => x.leaky_relu_(0.1), x => x > 0 ? x : 0.1 * x, Anywhere);
        yield return Case("logit", x => x.logit(), x => x.logit_(), x => Math.Log(x / (1 - x)), [0.1, 0.5, 0.99]);
        yield return Case("deg2rad", x => x.deg2rad(), x => x.deg2rad_(), x => x * Math.PI / 180, Anywhere);
        yield return Case("clamp", x => x.clamp(-1, 2), x => x.clamp_(-1, 2), x => Math.Clamp(x, -1, 2), Anywhere);
        yield return Case("clamp_min", x => x.clamp(min: 0.5), x => x.clamp_min_(0.5), x => Math.Max(x, 0.5), Anywhere);
        yield return Case("pow", x => x.pow(3), x => x.pow_(3), x => x * x * x, Anywhere);

        static TestCaseData Case(string name, Func<Tensor, Tensor> function, Func<Tensor, Tensor> inPlace, Func<double, double> expected, double[] inputs) =>
            new TestCaseData(function, inPlace, expected, inputs).SetArgDisplayNames(name);
    }

    private static IEnumerable<TestCaseData> BinaryFunctions()
    {
        yield return Case("+", (x, y) => x + y, (x, y) => x + y);
        yield return Case("-", (x, y) => x - y, (x, y) => x - y);
        yield return Case("*", (x, y) => x * y, (x, y) => x * y);
        yield return Case("/", (x, y) => x / y, (x, y) => x / y);
        yield return Case("%", (x, y) => x % y, (x, y) => x - Math.Floor(x / y) * y);
        yield return Case("fmod", (x, y) => x.fmod(y), (x, y) => x % y);
        yield return Case("floor_divide", (x, y) => x.floor_divide(y), (x, y) => Math.Floor(x / y));
        yield return Case("div rounded to zero", (x, y) => x.div(y, RoundingMode.trunc), (x, y) => Math.Truncate(x / y));
        yield return Case("maximum", (x, y) => x.maximum(y), Math.Max);
        yield return Case("minimum", (x, y) => x.minimum(y), Math.Min);
        yield return Case("atan2", (x, y) => x.atan2(y), Math.Atan2);
        yield return Case("hypot", (x, y) => x.hypot(y), (x, y) => Math.Sqrt(x * x + y * y));
        yield return Case("logaddexp", (x, y) => x.logaddexp(y), (x, y) => Math.Log(Math.Exp(x) + Math.Exp(y)));
        yield return Case("copysign", (x, y) => x.copysign(y), Math.CopySign);
        yield return Case("==", (x, y) => x == y, (x, y) => x == y ? 1 : 0);
        yield return Case("!=", (x, y) => x != y, (x, y) => x != y ? 1 : 0);
        yield return Case("<", (x, y) => x < y, (x, y) => x < y ? 1 : 0);
        yield return Case("<=", (x, y) => x <= y, (x, y) => x <= y ? 1 : 0);
        yield return Case(">", (x, y) => x > y, (x, y) => x > y ? 1 : 0);
        yield return Case(">=", (x, y) => x >= y, (x, y) => x >= y ? 1 : 0);
        yield return Case("lerp", (x, y) => x.lerp(y, 0.25), (x, y) => x + 0.25 * (y - x));
        yield return Case("addcmul", (x, y) => x.addcmul(x, y, 0.5), (x, y) => x + 0.5 * x * y);
        yield return Case("addcdiv", (x, y) => x.addcdiv(x, y, 0.5), (x, y) => x + 0.5 * x / y);
        yield return Case("where", (x, y) => where(x > y, x, y), Math.Max);

        static TestCaseData Case(string name, Func<Tensor, Tensor, Tensor> function, Func<double, double, double> expected) =>
            new TestCaseData(function, expected).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(UnaryFunctions))]
    public void A_function_of_one_tensor_agrees_with_its_scalar_counterpart(
        Func<Tensor, Tensor> function, Func<Tensor, Tensor> inPlace, Func<double, double> expected, double[] inputs)
    {
        var result = function(tensor(inputs));

        Assert.That(Double.Values(result), Is.EqualTo(inputs.Select(expected)).Within(1e-12));
    }

    [TestCaseSource(nameof(UnaryFunctions))]
    public void The_same_in_place_changes_and_returns_the_tensor(
        Func<Tensor, Tensor> function, Func<Tensor, Tensor> inPlace, Func<double, double> expected, double[] inputs)
    {
        var changed = tensor(inputs);

        Assert.That(inPlace(changed), Is.SameAs(changed));
        Assert.That(Double.Values(changed), Is.EqualTo(inputs.Select(expected)).Within(1e-12));
    }

    [TestCaseSource(nameof(BinaryFunctions))]
    public void A_function_of_two_tensors_agrees_with_its_scalar_counterpart(
        Func<Tensor, Tensor, Tensor> function, Func<double, double, double> expected)
    {
        double[] left = [-2.5, -1, 0.3, 2, 3.7];
        double[] right = [1.5, -1, -0.7, 2, 0.9];

        var result = function(tensor(left), tensor(right));

        Assert.That(Double.Values(result), Is.EqualTo(left.Zip(right, expected)).Within(1e-12));
    }

    [Test]
    public void Numbers_stand_on_either_side_of_an_operator()
    {
        var x = Double.Of(4);

        Assert.That((x + 1).ToDouble(), Is.EqualTo(5));
        Assert.That((1L + x).ToDouble(), Is.EqualTo(5));
        Assert.That((x - 1.5f).ToDouble(), Is.EqualTo(2.5));
        Assert.That((1.5 - x).ToDouble(), Is.EqualTo(-2.5));
        Assert.That((2 * x).ToDouble(), Is.EqualTo(8));
        Assert.That((x / 8).ToDouble(), Is.EqualTo(0.5));
        Assert.That((2.0 / x).ToDouble(), Is.EqualTo(0.5));
        Assert.That((x % 3).ToDouble(), Is.EqualTo(1));
        Assert.That((x > 3).ToBoolean() && (5 > x).ToBoolean() && (x != 3).ToBoolean());
    }

    [Test]
    public void Whole_numbers_stay_whole_and_fractions_make_floats()
    {
        var whole = tensor(new long[] { 1, 2 });

        Assert.That((whole + 1).dtype, Is.EqualTo(ScalarType.Int64));
        Assert.That((whole + 0.5).dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That((whole * 2L).dtype, Is.EqualTo(ScalarType.Int64));
        Assert.That((whole / 2).dtype, Is.EqualTo(ScalarType.Float32));
    }

    [Test]
    public void Logical_and_bitwise_operators_work_bit_by_bit()
    {
        var left = tensor(new long[] { 0b1100, -1 });
        var right = tensor(new long[] { 0b1010, 0 });

        Assert.That((left & right).data<long>().ToArray(), Is.EqualTo(new long[] { 0b1000, 0 }));
        Assert.That((left | right).data<long>().ToArray(), Is.EqualTo(new long[] { 0b1110, -1 }));
        Assert.That((left ^ right).data<long>().ToArray(), Is.EqualTo(new long[] { 0b0110, -1 }));
        Assert.That((~right).data<long>().ToArray(), Is.EqualTo(new[] { ~0b1010L, -1 }));
    }

    [Test]
    public void Special_values_are_found()
    {
        var values = Double.Of(0, double.NaN, double.PositiveInfinity, double.NegativeInfinity);

        Assert.That(values.isnan().data<bool>().ToArray(), Is.EqualTo(new[] { false, true, false, false }));
        Assert.That(values.isinf().data<bool>().ToArray(), Is.EqualTo(new[] { false, false, true, true }));
        Assert.That(values.isfinite().data<bool>().ToArray(), Is.EqualTo(new[] { true, false, false, false }));
        Assert.That(Double.Values(values.nan_to_num(1, 2, 3)), Is.EqualTo(new double[] { 0, 1, 2, 3 }));
    }

    [Test]
    public void Equality_of_whole_tensors_is_one_truth_value()
    {
        Assert.That(Double.Of(1, 2).Equals(Double.Of(1, 2)));
        Assert.That(Double.Of(1, 2).Equals(Double.Of(1, 3)), Is.False);
        Assert.That(Double.Of(1, 2).Equals(null), Is.False);
        Assert.That(Double.Of(1, 2).allclose(Double.Of(1, 2 + 1e-9)));
    }
}
