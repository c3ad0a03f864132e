using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

public class OrderingTests
{
    private DisposeScope scope = null!;

    [SetUp]
    public void OpenScope() => scope = NewDisposeScope();

    [TearDown]
    public void DisposeAll() => scope.Dispose();

    [Test]
    public void Sorting_returns_values_and_where_they_were()
    {
        var (values, indices) = Double.Of(2, -1, 3).sort(descending: true);

        Assert.That(Double.Values(values), Is.EqualTo(new double[] { 3, 2, -1 }));
        Assert.That(indices.data<long>().ToArray(), Is.EqualTo(new long[] { 2, 0, 1 }));
    }

    [Test]
    public void A_stable_sort_keeps_the_order_of_equals()
    {
        var (_, indices) = tensor(new long[] { 1, 0, 1, 0 }).sort(stable: true);

        Assert.That(indices.data<long>().ToArray(), Is.EqualTo(new long[] { 1, 3, 0, 2 }));
    }

    [Test]
    public void The_largest_or_smallest_few_are_found()
    {
        var numbers = Double.Of(4, 1, 3, 2);

        Assert.That(Double.Values(numbers.topk(2).values), Is.EqualTo(new double[] { 4, 3 }));
        Assert.That(Double.Values(numbers.topk(2, largest: false).values), Is.EqualTo(new double[] { 1, 2 }));
        Assert.That(numbers.argsort().data<long>().ToArray(), Is.EqualTo(new long[] { 1, 3, 2, 0 }));
    }

    [Test]
    public void Distinct_values_come_with_positions_and_counts_where_asked()
    {
        var (output, inverse, counts) = tensor(new long[] { 5, 3, 5 }).unique(return_inverse: true, return_counts: true);

        Assert.That(output.data<long>().ToArray(), Is.EqualTo(new long[] { 3, 5 }));
        Assert.That(inverse!.data<long>().ToArray(), Is.EqualTo(new long[] { 1, 0, 1 }));
        Assert.That(counts!.data<long>().ToArray(), Is.EqualTo(new long[] { 1, 2 }));
    }

    [Test]
    public void What_was_not_asked_for_is_null()
    {
        var (_, inverse, counts) = tensor(new long[] { 5, 3, 5 }).unique();

        Assert.That(inverse, Is.Null);
        Assert.That(counts, Is.Null);
    }

    [Test]
    public void Distinct_rows_are_found_along_a_dimension()
    {
        var rows = tensor(new long[,] { { 1, 2 }, { 0, 1 }, { 1, 2 } });

        Assert.That(rows.unique(dim: 0).output.data<long>().ToArray(), Is.EqualTo(new long[] { 0, 1, 1, 2 }));
    }

    [Test]
    public void Counts_and_histograms_agree_with_a_loop()
    {
        Assert.That(tensor(new long[] { 0, 2, 2 }).bincount(null, 4).data<long>().ToArray(), Is.EqualTo(new long[] { 1, 0, 2, 0 }));
        Assert.That(Double.Values(Double.Of(0.1, 0.2, 1.7).histc(2, 0, 2)), Is.EqualTo(new double[] { 2, 1 }));
    }

    [Test]
    public void A_value_is_searched_in_a_sorted_sequence()
    {
        var sequence = Double.Of(1, 3, 5);

        Assert.That(searchsorted(sequence, Double.Of(0, 3, 9)).data<long>().ToArray(), Is.EqualTo(new long[] { 0, 1, 3 }));
        Assert.That(Double.Of(0, 3, 9).bucketize(sequence, right: true).data<long>().ToArray(), Is.EqualTo(new long[] { 0, 2, 3 }));
    }

    [Test]
    public void Positions_where_a_condition_holds_come_one_tensor_a_dimension()
    {
        var mask = tensor(new[,] { { false, true }, { true, false } });

        var positions = where(mask);

        Assert.That(positions[0].data<long>().ToArray(), Is.EqualTo(new long[] { 0, 1 }));
        Assert.That(positions[1].data<long>().ToArray(), Is.EqualTo(new long[] { 1, 0 }));
        Assert.That(mask.nonzero().shape, Is.EqualTo(new long[] { 2, 2 }));
        Assert.That(mask.nonzero_as_list(), Has.Count.EqualTo(2));
    }

    [Test]
    public void Scattering_puts_values_where_the_index_says()
    {
        var index = tensor(new long[] { 2, 0, 2 });
        var source = Double.Of(1, 10, 100);

        Assert.That(Double.Values(zeros(3, dtype: float64).scatter_add(0, index, source)), Is.EqualTo(new double[] { 10, 0, 101 }));
        Assert.That(Double.Values(zeros(3, dtype: float64).index_add(0, index, source, 2)), Is.EqualTo(new double[] { 20, 0, 202 }));
        Assert.That(Double.Values(source.index_select(0, index)), Is.EqualTo(new double[] { 100, 1, 100 }));
        Assert.That(Double.Values(source.masked_fill(source > 5, -1)), Is.EqualTo(new double[] { 1, -1, -1 }));
        Assert.That(Double.Values(source.masked_select(source > 5)), Is.EqualTo(new double[] { 10, 100 }));
        Assert.That(Double.Values(source.take(index)), Is.EqualTo(new double[] { 100, 1, 100 }));
    }
}
