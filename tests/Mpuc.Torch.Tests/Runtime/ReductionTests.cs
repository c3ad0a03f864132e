using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

/// <summary>Reductions of a 3 x 4 matrix against naive loops over its rows.</summary>
public class ReductionTests
{
    private static readonly double[][] Rows =
    [
        [0.3, -1.2, 2.5, 0.7],
        [1.1, 1.4, -0.6, 0.2],
        [-2.2, 0.9, 0.8, 3.3],
    ];

    private static readonly double[] All = [.. Rows.SelectMany(row => row)];

    private DisposeScope scope = null!;
    private Tensor matrix = null!;

    [SetUp]
    public void MakeMatrix()
    {
        scope = NewDisposeScope();
        matrix = tensor(All).reshape(3, 4);
    }

    [TearDown]
    public void DisposeAll() => scope.Dispose();

    private static IEnumerable<TestCaseData> OfRows()
    {
        yield return Case("sum", m => m.sum(1), row => row.Sum());
        yield return Case("mean", m => m.mean([1]), row => row.Average());
        yield return Case("prod", m => m.prod(1), row => row.Aggregate(1.0, (product, value) => product * value));
        yield return Case("max", m => m.max(1).values, row => row.Max());
        yield return Case("min", m => m.min(1).values, row => row.Min());
        yield return Case("amax", m => m.amax([1]), row => row.Max());
        yield return Case("argmax", m => m.argmax(1), row => Array.IndexOf(row, row.Max()));
        yield return Case("argmin", m => m.argmin(1), row => Array.IndexOf(row, row.Min()));
        yield return Case("var", m => m.var(1), row => SquaredDeviation(row) / (row.Length - 1));
        yield return Case("biased var", m => m.var(1, unbiased: false), row => SquaredDeviation(row) / row.Length);
        yield return Case("std", m => m.std(1), row => Math.Sqrt(SquaredDeviation(row) / (row.Length - 1)));
        yield return Case("std of several dimensions", m => m.std([1]), row => Math.Sqrt(SquaredDeviation(row) / (row.Length - 1)));
        yield return Case("std_mean", m => m.std_mean(1).std, row => Math.Sqrt(SquaredDeviation(row) / (row.Length - 1)));
        yield return Case("var_mean", m => m.var_mean(1).mean, row => row.Average());
        yield return Case("logsumexp", m => m.logsumexp(1), row => Math.Log(row.Sum(Math.Exp)));
        yield return Case("norm", m => m.norm(1), row => Math.Sqrt(row.Sum(value => value * value)));
        yield return Case("1-norm", m => m.norm(1, p: 1), row => row.Sum(Math.Abs));
        yield return Case("last of cumsum", m => m.cumsum(1)[TensorIndex.Colon, -1], row => row.Sum());
        yield return Case("median", m => m.kthvalue(2, 1).values, row => row.Order().ElementAt(1));

        static TestCaseData Case(string name, Func<Tensor, Tensor> reduce, Func<double[], double> expected) =>
            new TestCaseData(reduce, expected).SetArgDisplayNames(name);
    }

    private static IEnumerable<TestCaseData> OfAll()
    {
        yield return Case("sum", m => m.sum(), All.Sum());
        yield return Case("mean", m => m.mean(), All.Average());
        yield return Case("max", m => m.max(), All.Max());
        yield return Case("min", m => m.min(), All.Min());
        yield return Case("argmax", m => m.argmax(), 11);
        yield return Case("std", m => m.std(), Math.Sqrt(SquaredDeviation(All) / 11));
        yield return Case("biased var", m => m.var(unbiased: false), SquaredDeviation(All) / 12);
        yield return Case("norm", m => m.norm(), Math.Sqrt(All.Sum(value => value * value)));
        yield return Case("median", m => m.median(), All.Order().ElementAt(5));
        yield return Case("quantile", m => m.quantile(tensor(0.0)), All.Min());
        yield return Case("count_nonzero", m => m.count_nonzero(), 12);
        yield return Case("both dimensions", m => m.sum(0, 1), All.Sum());

        static TestCaseData Case(string name, Func<Tensor, Tensor> reduce, double expected) =>
            new TestCaseData(reduce, expected).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(OfRows))]
    public void A_reduction_along_rows_agrees_with_a_loop(Func<Tensor, Tensor> reduce, Func<double[], double> expected) =>
        Assert.That(Double.Values(reduce(matrix)), Is.EqualTo(Rows.Select(expected)).Within(1e-12));

    [TestCaseSource(nameof(OfAll))]
    public void A_reduction_of_all_elements_agrees_with_a_loop(Func<Tensor, Tensor> reduce, double expected) =>
        Assert.That(reduce(matrix).ToDouble(), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void A_kept_dimension_has_the_length_one()
    {
        Assert.That(matrix.sum(1, keepdim: true).shape, Is.EqualTo(new long[] { 3, 1 }));
        Assert.That(matrix.std(1, keepdim: true).shape, Is.EqualTo(new long[] { 3, 1 }));
    }

    [Test]
    public void A_sum_may_be_taken_in_another_type()
    {
        using var bytes = tensor(new byte[] { 200, 100 });

        Assert.That(bytes.sum().ToInt64(), Is.EqualTo(300));
        Assert.That(bytes.sum(float64).dtype, Is.EqualTo(ScalarType.Float64));
    }

    [Test]
    public void A_literal_zero_that_would_mean_bytes_is_refused()
    {
        Assert.That(() => matrix.sum(0), Throws.ArgumentException.With.Message.Contains("for dimension 0 write 0L"));
        Assert.That(() => matrix.prod(0), Throws.ArgumentException);
        Assert.That(matrix.sum(0L).shape, Is.EqualTo(new long[] { 4 }));
    }

    [Test]
    public void All_and_any_tell_truth()
    {
        var flags = tensor(new[,] { { true, false }, { true, true } });

        Assert.That(flags.all().ToBoolean(), Is.False);
        Assert.That(flags.any().ToBoolean());
        Assert.That(flags.all(1).data<bool>().ToArray(), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public void A_reduction_can_write_into_a_given_tensor()
    {
        var target = zeros(3, dtype: float64);

        Assert.That(matrix.amax([1], @out: target), Is.SameAs(target));
        Assert.That(Double.Values(target), Is.EqualTo(Rows.Select(row => row.Max())));
    }

    [Test]
    public void Not_a_number_is_left_out_where_asked() =>
        Assert.That(Double.Of(1, double.NaN, 3).nanmean().ToDouble(), Is.EqualTo(2));

    private static double SquaredDeviation(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }
}
