using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

public class DataTests
{
    private DisposeScope scope = null!;

    [SetUp]
    public void OpenScope() => scope = NewDisposeScope();

    [TearDown]
    public void DisposeAll() => scope.Dispose();

    [Test]
    public void Elements_are_read_and_written_in_place()
    {
        var matrix = arange(6).reshape(2, 3);
        using var elements = matrix.data<long>();

        elements[1, 2] = 50;

        Assert.That(elements.Count, Is.EqualTo(6));
        Assert.That(elements[-1, -1], Is.EqualTo(50));
        Assert.That(elements[4], Is.EqualTo(4));
        Assert.That(matrix[1, 2].ToInt64(), Is.EqualTo(50));
    }

    [Test]
    public void A_transposed_tensor_is_read_in_its_own_order()
    {
        var transposed = arange(6).reshape(2, 3).t();

        Assert.That(transposed.data<long>().ToArray(), Is.EqualTo(new long[] { 0, 3, 1, 4, 2, 5 }));
        Assert.That(transposed.data<long>(), Is.EqualTo(new long[] { 0, 3, 1, 4, 2, 5 }));
        Assert.That(transposed.data<long>()[1], Is.EqualTo(3));
        Assert.That(transposed.ReadCpuInt64(3), Is.EqualTo(4));
    }

    [Test]
    public void Copies_may_start_anywhere_and_end_where_either_side_ends()
    {
        foreach (var numbers in new[] { arange(6), arange(12).reshape(6, 2)[TensorIndex.Colon, 0] }) {
            var buffer = new long[4];
            numbers.data<long>().CopyTo(buffer, arrayIndex: 1, tensorIndex: 2);
            numbers.data<long>().CopyFrom([-1, -2], tensorIndex: 5);

            Assert.That(buffer[0], Is.Zero);
            Assert.That(buffer[1..], Is.EqualTo(numbers[2..5].data<long>().ToArray()));
            Assert.That(numbers[5].ToInt64(), Is.EqualTo(-1));
        }
    }

    [Test]
    public void An_array_of_the_tensors_shape_can_be_made()
    {
        var array = (long[,])arange(6).reshape(2, 3).data<long>().ToNDArray();

        Assert.That(array, Is.EqualTo(new long[,] { { 0, 1, 2 }, { 3, 4, 5 } }));
    }

    [Test]
    public void The_wrong_type_is_refused_with_both_types() =>
        Assert.That(
            () => zeros(2).data<double>(),
            Throws.ArgumentException.With.Message.EqualTo("The tensor's elements are Float32, not System.Double."));

    [Test]
    public void An_index_outside_is_refused()
    {
        using var elements = arange(6).reshape(2, 3).data<long>();

        Assert.That(
            () => elements[2, 0],
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.StartsWith("Dimension 0 has the length 2."));
        Assert.That(() => elements[6], Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => elements[0, 0, 0], Throws.ArgumentException.With.Message.StartsWith("3 indices for a tensor of 2 dimensions."));
    }

    [Test]
    public void The_elements_of_a_disposed_tensor_are_out_of_reach()
    {
        var numbers = arange(3);
        var elements = numbers.data<long>();
        numbers.Dispose();

        Assert.That(() => elements[0], Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => elements.ToArray(), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void The_accessor_keeps_its_tensor_from_the_collector()
    {
        var elements = Make();

        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.That(elements.ToArray(), Is.EqualTo(Enumerable.Range(0, 1000)));

        static TorchSharp.Utils.TensorAccessor<long> Make() => arange(1000).DetachFromDisposeScope().data<long>();
    }

    [Test]
    public void The_bytes_are_the_memory_itself()
    {
        var numbers = tensor(new[] { 1, 2 });

        numbers.bytes[4] = 5;

        Assert.That(numbers.bytes.Length, Is.EqualTo(8));
        Assert.That(numbers[1].ToInt32(), Is.EqualTo(5));
        numbers.bytes = new byte[8];
        Assert.That(numbers.sum().ToInt64(), Is.Zero);
        Assert.That(() => numbers.bytes = new byte[3], Throws.ArgumentException);
        Assert.That(() => _ = arange(4).reshape(2, 2).t().bytes.Length, Throws.InvalidOperationException);
    }

    [Test]
    public void A_single_element_is_read_in_its_type()
    {
        Assert.That(tensor(2.5f).item<float>(), Is.EqualTo(2.5f));
        Assert.That(tensor(true).item<bool>());
        Assert.That(
            () => zeros(2).item<float>(), Throws.ArgumentException.With.Message.EqualTo("item() needs a tensor of one element, not 2."));
        Assert.That(() => zeros(1).item<double>(), Throws.ArgumentException);
        Assert.That(tensor(7L).ToScalar().Type, Is.EqualTo(ScalarType.Int64));
    }

    [Test]
    public void Types_convert_and_copies_happen_only_where_needed()
    {
        var numbers = tensor(new[] { 1.9, -1.9 });

        Assert.That(numbers.to(int64).data<long>().ToArray(), Is.EqualTo(new long[] { 1, -1 }));
        numbers.to(float64).fill_(3);
        Assert.That(numbers[0].ToDouble(), Is.EqualTo(3));
        numbers.to(float64, copy: true).zero_();
        Assert.That(numbers[0].ToDouble(), Is.EqualTo(3));
        Assert.That(numbers.@float().dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That(numbers.type_as(zeros(1, dtype: int32)).dtype, Is.EqualTo(ScalarType.Int32));
    }

    [Test]
    public void A_conversion_can_dispose_its_source()
    {
        var source = zeros(1);
        var converted = source.to(float64, disposeAfter: true);

        Assert.That(source.IsInvalid);
        Assert.That(converted.dtype, Is.EqualTo(ScalarType.Float64));
    }

    [Test]
    public void Metadata_describe_the_tensor()
    {
        var numbers = zeros(2, 3, dtype: float16);

        Assert.That(numbers.ndim, Is.EqualTo(2));
        Assert.That(numbers.numel(), Is.EqualTo(6));
        Assert.That(numbers.element_size(), Is.EqualTo(2));
        Assert.That(numbers.size(-1), Is.EqualTo(3));
        Assert.That(numbers.device.ToString(), Is.EqualTo("cpu"));
        Assert.That(numbers.is_floating_point() && numbers.is_cpu());
        Assert.That(zeros(2, device: META).is_meta);
        Assert.That(float64.ElementSize(), Is.EqualTo(8));
    }
}
