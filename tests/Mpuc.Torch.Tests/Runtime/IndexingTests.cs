using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.TensorIndex;

namespace Mpuc.Torch.Tests.Runtime;

/// <summary>A tensor of 3 x 4 x 5 whose element at [i, j, k] is 100 i + 10 j + k.</summary>
public class IndexingTests
{
    private DisposeScope scope = null!;
    private Tensor cube = null!;

    [SetUp]
    public void MakeCube()
    {
        scope = NewDisposeScope();
        cube = arange(3).reshape(3, 1, 1) * 100 + arange(4).reshape(1, 4, 1) * 10 + arange(5);
    }

    [TearDown]
    public void DisposeAll() => scope.Dispose();

    [Test]
    public void Whole_numbers_pick_one_element()
    {
        Assert.That(cube[2, 3, 4].ToInt64(), Is.EqualTo(234));
        Assert.That(cube[2][3][4].ToInt64(), Is.EqualTo(234));
        Assert.That(cube[new long[] { 1, 0, 2 }].ToInt64(), Is.EqualTo(102));
    }

    [Test]
    public void Negative_numbers_count_from_the_end() => Assert.That(cube[-1, -1, -1].ToInt64(), Is.EqualTo(234));

    [Test]
    public void Fewer_numbers_than_dimensions_pick_a_slice() =>
        Assert.That(Numbers(cube[1, 2]), Is.EqualTo(new long[] { 120, 121, 122, 123, 124 }));

    [Test]
    public void Ranges_cut_dimensions() => Assert.That(Numbers(cube[1..2, ^2.., 0..1]), Is.EqualTo(new long[] { 120, 130 }));

    [Test]
    public void A_range_to_the_end_includes_the_last_element() =>
        Assert.That(Numbers(cube[0, 0, 3..^0]), Is.EqualTo(new long[] { 3, 4 }));

    [Test]
    public void A_slice_may_skip_elements() =>
        Assert.That(Numbers(cube[0, 0, Slice(0, null, 2)]), Is.EqualTo(new long[] { 0, 2, 4 }));

    [Test]
    public void An_ellipsis_stands_for_the_dimensions_between() =>
        Assert.That(Numbers(cube[1, Ellipsis, 0]), Is.EqualTo(new long[] { 100, 110, 120, 130 }));

    [Test]
    public void A_colon_keeps_a_dimension() => Assert.That(cube[Colon, 1].shape, Is.EqualTo(new long[] { 3, 5 }));

    [Test]
    public void None_adds_a_dimension() =>
        Assert.That(cube[0, TensorIndex.None, Colon, TensorIndex.Null].shape, Is.EqualTo(new long[] { 1, 4, 1, 5 }));

    [Test]
    public void A_mask_over_one_dimension_picks_its_slices()
    {
        var mask = tensor(new[] { true, false, true });

        Assert.That(Numbers(cube[TensorIndex.Tensor(mask), 0, 1]), Is.EqualTo(new long[] { 1, 201 }));
    }

    [Test]
    public void A_mask_over_two_dimensions_is_followed_by_the_third()
    {
        var mask = zeros(3, 4, dtype: @bool);
        mask[1, 2] = true;
        mask[2, 0] = true;

        Assert.That(Numbers(cube[TensorIndex.Tensor(mask), 3..]), Is.EqualTo(new long[] { 123, 124, 203, 204 }));
    }

    [Test]
    public void A_mask_of_the_whole_shape_picks_elements() =>
        Assert.That(Numbers(cube[cube > 231]), Is.EqualTo(new long[] { 232, 233, 234 }));

    [Test]
    public void Tensors_of_positions_are_taken_together()
    {
        var rows = tensor(new long[] { 0, 2 });
        var columns = tensor(new long[] { 3, 1 });

        Assert.That(Numbers(cube[rows, columns][Ellipsis, 0]), Is.EqualTo(new long[] { 30, 210 }));
        Assert.That(Numbers(cube.index(rows, columns)[Ellipsis, 0]), Is.EqualTo(new long[] { 30, 210 }));
    }

    [Test]
    public void Positions_and_slices_mix()
    {
        var rows = tensor(new long[] { 0, 2 });

        Assert.That(cube[Colon, TensorIndex.Tensor(rows)].shape, Is.EqualTo(new long[] { 3, 2, 5 }));
        Assert.That(Numbers(cube[1, TensorIndex.Tensor(rows), 4]), Is.EqualTo(new long[] { 104, 124 }));
    }

    [Test]
    public void A_single_position_in_a_tensor_picks_like_a_number() =>
        Assert.That(cube[TensorIndex.Tensor(tensor(1L))].shape, Is.EqualTo(new long[] { 4, 5 }));

    [Test]
    public void A_truth_value_adds_a_dimension_of_one_or_none()
    {
        Assert.That(cube[TensorIndex.Bool(true)].shape, Is.EqualTo(new long[] { 1, 3, 4, 5 }));
        Assert.That(cube[TensorIndex.Bool(false)].shape, Is.EqualTo(new long[] { 0, 3, 4, 5 }));
        Assert.That(cube[TensorIndex.Tensor(tensor(true))].shape, Is.EqualTo(new long[] { 1, 3, 4, 5 }));
    }

    [Test]
    public void An_index_out_of_range_is_refused_with_the_range()
    {
        var failure = Assert.Throws<ExternalException>(() => _ = cube[3]);

        Assert.That(failure.Message, Does.Contain("index 3 out of range for tensor of size [3, 4, 5] at dimension 0"));
    }

    [Test]
    public void Too_many_indices_are_refused_with_both_numbers() =>
        Assert.That(
            () => cube[0, 0, 0, 0],
            Throws.ArgumentException.With.Message.StartsWith("4 indices are too many for a tensor of 3 dimensions"));

    [Test]
    public void Assigning_to_a_slice_writes_into_the_tensor()
    {
        cube[0, 1..3, 0] = tensor(new long[] { -1, -2 });

        Assert.That(Numbers(cube[0, Colon, 0]), Is.EqualTo(new long[] { 0, -1, -2, 30 }));
    }

    [Test]
    public void Assigning_a_number_fills_the_slice()
    {
        cube[1] = 7L;

        Assert.That(Numbers(cube[1]), Is.All.EqualTo(7));
        Assert.That(Numbers(cube[0, 0]), Is.EqualTo(new long[] { 0, 1, 2, 3, 4 }));
    }

    [Test]
    public void Assigning_a_value_with_leading_ones_drops_them()
    {
        cube[0, 0] = ones(1, 1, 5, dtype: int64);

        Assert.That(Numbers(cube[0, 0]), Is.All.EqualTo(1));
    }

    [Test]
    public void Assigning_through_a_mask_changes_only_what_it_picks()
    {
        cube[cube >= 100] = 0L;

        Assert.That(cube.sum().ToInt64(), Is.EqualTo(Enumerable.Range(0, 4).Sum(j => Enumerable.Range(0, 5).Sum(k => 10 * j + k))));
    }

    [Test]
    public void Assigning_converts_the_value_to_the_tensors_type()
    {
        cube[tensor(new long[] { 0 }), tensor(new long[] { 0 })] = tensor(2.9);

        Assert.That(Numbers(cube[0, 0]), Is.All.EqualTo(2));
    }

    [Test]
    public void Accumulating_adds_where_positions_repeat()
    {
        var counts = zeros(3, dtype: int64);

        counts.index_put_(1L, [tensor(new long[] { 0, 2, 0 })], accumulate: true);

        Assert.That(Numbers(counts), Is.EqualTo(new long[] { 2, 0, 1 }));
    }

    [Test]
    public void Gathering_agrees_with_a_loop()
    {
        var index = tensor(new long[,] { { 4, 0 }, { 1, 1 } });

        var gathered = cube[0].gather(1, index);

        Assert.That(Numbers(gathered), Is.EqualTo(new long[] { 4, 0, 11, 11 }));
    }

    private static long[] Numbers(Tensor tensor) => tensor.data<long>().ToArray();
}
