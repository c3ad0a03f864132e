using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

public class ViewTests
{
    private DisposeScope scope = null!;
    private Tensor matrix = null!;

    [SetUp]
    public void MakeMatrix()
    {
        scope = NewDisposeScope();
        matrix = arange(6).reshape(2, 3);
    }

    [TearDown]
    public void DisposeAll() => scope.Dispose();

    private static IEnumerable<TestCaseData> Views()
    {
        yield return Case("transpose", m => m.transpose(0, 1), [3, 2], 0, 3, 1, 4, 2, 5);
        yield return Case("T", m => m.T, [3, 2], 0, 3, 1, 4, 2, 5);
        yield return Case("mT", m => m.mT, [3, 2], 0, 3, 1, 4, 2, 5);
        yield return Case("permute", m => m.permute(1, 0), [3, 2], 0, 3, 1, 4, 2, 5);
        yield return Case("view", m => m.view(3, -1), [3, 2], 0, 1, 2, 3, 4, 5);
        yield return Case("flatten", m => m.flatten(), [6], 0, 1, 2, 3, 4, 5);
        yield return Case("unflatten", m => m.flatten().unflatten(0, 3, 2), [3, 2], 0, 1, 2, 3, 4, 5);
        yield return Case("unsqueeze", m => m.unsqueeze(1), [2, 1, 3], 0, 1, 2, 3, 4, 5);
        yield return Case("squeeze", m => m.unsqueeze(0).unsqueeze(2).squeeze(), [2, 3], 0, 1, 2, 3, 4, 5);
        yield return Case("squeeze of one dimension", m => m.unsqueeze(0).unsqueeze(0).squeeze(1), [1, 2, 3], 0, 1, 2, 3, 4, 5);
        yield return Case("narrow", m => m.narrow(1, 1, 2), [2, 2], 1, 2, 4, 5);
        yield return Case("select", m => m.select(1, -1), [2], 2, 5);
        yield return Case("slice", m => m.slice(1, 0, 3, 2), [2, 2], 0, 2, 3, 5);
        yield return Case("expand", m => m.select(0, 0).expand(2, 3), [2, 3], 0, 1, 2, 0, 1, 2);
        yield return Case("diagonal", m => m.diagonal(), [2], 0, 4);
        yield return Case("unfold", m => m.flatten().unfold(0, 3, 2), [2, 3], 0, 1, 2, 2, 3, 4);
        yield return Case("flip", m => m.flip(1), [2, 3], 2, 1, 0, 5, 4, 3);
        yield return Case("roll", m => m.roll(1, 1), [2, 3], 2, 0, 1, 5, 3, 4);
        yield return Case("roll of all", m => m.roll(1), [2, 3], 5, 0, 1, 2, 3, 4);
        yield return Case("rot90", m => m.rot90(), [3, 2], 2, 5, 1, 4, 0, 3);
        yield return Case("repeat", m => m.select(0, 0).repeat(2), [6], 0, 1, 2, 0, 1, 2);
        yield return Case("repeat_interleave", m => m.select(0, 0).repeat_interleave(2), [6], 0, 0, 1, 1, 2, 2);
        yield return Case("tril", m => m.tril(), [2, 3], 0, 0, 0, 3, 4, 0);
        yield return Case("movedim", m => m.unsqueeze(0).movedim([0], [2]), [2, 3, 1], 0, 1, 2, 3, 4, 5);
        yield return Case("hstack", m => hstack(m, m), [2, 6], 0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5);
        yield return Case("cat", m => cat([m, m], 1), [2, 6], 0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5);
        yield return Case("stack", m => stack([m, m], 1), [2, 2, 3], 0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5);
        yield return Case("take_along_dim", m => m.take_along_dim(m.argsort(1, descending: true), 1), [2, 3], 2, 1, 0, 5, 4, 3);

        static TestCaseData Case(string name, Func<Tensor, Tensor> view, long[] shape, params long[] elements) =>
            new TestCaseData(view, shape, elements).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Views))]
    public void A_view_has_the_expected_shape_and_elements(Func<Tensor, Tensor> view, long[] shape, long[] elements)
    {
        var result = view(matrix);

        Assert.That(result.shape, Is.EqualTo(shape));
        Assert.That(result.data<long>().ToArray(), Is.EqualTo(elements));
    }

    [Test]
    public void Writing_to_a_view_writes_to_its_base()
    {
        matrix.transpose(0, 1)[2, 1] = -1L;

        Assert.That(matrix[1, 2].ToInt64(), Is.EqualTo(-1));
    }

    [Test]
    public void A_clone_is_independent()
    {
        var copy = matrix.clone();

        copy.zero_();

        Assert.That(matrix.sum().ToInt64(), Is.EqualTo(15));
    }

    [Test]
    public void Strides_and_contiguity_tell_a_transpose_from_a_copy()
    {
        var transposed = matrix.t();

        Assert.That(transposed.stride(), Is.EqualTo(new long[] { 1, 3 }));
        Assert.That(transposed.is_contiguous(), Is.False);
        Assert.That(transposed.contiguous().is_contiguous());
        Assert.That(transposed.contiguous().stride(0), Is.EqualTo(2));
        Assert.That(matrix[1].storage_offset(), Is.EqualTo(3));
    }

    [Test]
    public void Chunks_and_splits_cover_the_tensor_in_order()
    {
        Assert.That(matrix.chunk(2, 1).Select(part => part.size(1)), Is.EqualTo(new long[] { 2, 1 }));
        Assert.That(matrix.split([1, 2], 1).Select(part => part.size(1)), Is.EqualTo(new long[] { 1, 2 }));
        Assert.That(matrix.unbind().Select(row => row.sum().ToInt64()), Is.EqualTo(new long[] { 3, 12 }));
        Assert.That(matrix.tensor_split([1], 1).Select(part => part.size(1)), Is.EqualTo(new long[] { 1, 2 }));
    }

    [Test]
    public void Shapes_broadcast_as_numpy_does()
    {
        Assert.That(broadcast_shapes([2, 1], [3], [1, 1, 1]), Is.EqualTo(new Size((1L, 2L, 3L))));
        Assert.That(() => broadcast_shapes([2], [3]), Throws.ArgumentException.With.Message.Contains("[3] does not broadcast"));
    }

    [Test]
    public void A_dimension_that_does_not_exist_is_refused_with_their_number() =>
        Assert.That(
            () => matrix.size(2), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.StartsWith("The tensor has 2 dimensions."));
}
