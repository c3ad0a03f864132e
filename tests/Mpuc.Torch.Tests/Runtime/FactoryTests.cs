using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

public class FactoryTests
{
    private DisposeScope scope = null!;

    [SetUp]
    public void OpenScope() => scope = NewDisposeScope();

    [TearDown]
    public void DisposeAll() => scope.Dispose();

    private static IEnumerable<TestCaseData> Arrays()
    {
        yield return new TestCaseData(tensor(new byte[] { 1, 255 }), ScalarType.Byte, 255.0);
        yield return new TestCaseData(tensor(new sbyte[] { 1, -128 }), ScalarType.Int8, -128.0);
        yield return new TestCaseData(tensor(new short[] { 1, -300 }), ScalarType.Int16, -300.0);
        yield return new TestCaseData(tensor(new int[] { 1, 70000 }), ScalarType.Int32, 70000.0);
        yield return new TestCaseData(tensor(new long[] { 1, 1L << 40 }), ScalarType.Int64, (double)(1L << 40));
        yield return new TestCaseData(tensor(new[] { (Half)1, (Half)0.5 }), ScalarType.Float16, 0.5);
        yield return new TestCaseData(tensor(new[] { new BFloat16(1), new BFloat16(0.5f) }), ScalarType.BFloat16, 0.5);
        yield return new TestCaseData(tensor(new float[] { 1, 0.5f }), ScalarType.Float32, 0.5);
        yield return new TestCaseData(tensor(new double[] { 1, 0.1 }), ScalarType.Float64, 0.1);
        yield return new TestCaseData(tensor(new[] { false, true }), ScalarType.Bool, 1.0);
    }

    [TestCaseSource(nameof(Arrays))]
    public void An_array_of_each_type_becomes_a_tensor_of_that_type(Tensor made, ScalarType type, double last)
    {
        using (made) {
            Assert.That(made.dtype, Is.EqualTo(type));
            Assert.That(made.shape, Is.EqualTo(new long[] { 2 }));
            Assert.That(made[1].ToDouble(), Is.EqualTo(last));
        }
    }

    [Test]
    public void Complex_arrays_keep_both_parts()
    {
        Assert.That(tensor(new[] { new Complex(1, 2) })[0].ToComplexFloat64(), Is.EqualTo(new Complex(1, 2)));
        Assert.That(tensor(new[] { (1f, 2f), (3f, 4f) })[1].ToComplexFloat32(), Is.EqualTo((3f, 4f)));
        Assert.That(tensor((1f, 2f)).ToComplexFloat32(), Is.EqualTo((1f, 2f)));
        Assert.That(tensor(1.0, 2.0).dtype, Is.EqualTo(ScalarType.ComplexFloat64));
    }

    [Test]
    public void Arrays_of_several_dimensions_keep_their_shape()
    {
        Assert.That(tensor(new int[,] { { 1, 2, 3 }, { 4, 5, 6 } })[1, 0].ToInt32(), Is.EqualTo(4));
        Assert.That(tensor(new double[2, 3, 4]).shape, Is.EqualTo(new long[] { 2, 3, 4 }));
        Assert.That(tensor(new bool[1, 2, 1, 2]).shape, Is.EqualTo(new long[] { 1, 2, 1, 2 }));
        Assert.That(tensor(new (float, float)[2, 1]).shape, Is.EqualTo(new long[] { 2, 1 }));
    }

    [Test]
    public void Lists_and_memory_take_a_shape()
    {
        Assert.That(tensor(new List<float> { 1, 2, 3, 4 }, 2, 2)[1, 0].ToSingle(), Is.EqualTo(3));
        Assert.That(tensor((IList<long>)[1, 2, 3, 4], [4, 1]).shape, Is.EqualTo(new long[] { 4, 1 }));
        Assert.That(tensor(new float[] { 1, 2, 3, 4 }.AsMemory(1), [3]).sum().ToSingle(), Is.EqualTo(9));
    }

    [Test]
    public void A_shape_that_needs_more_elements_is_refused_with_both_numbers() =>
        Assert.That(
            () => tensor(new float[3], [2, 2]),
            Throws.ArgumentException.With.Message.EqualTo("The shape [2, 2] needs 4 elements, but there are 3."));

    [Test]
    public void A_tensor_is_a_copy_of_its_array()
    {
        float[] numbers = [1, 2];
        var copy = tensor(numbers);

        numbers[0] = 9;

        Assert.That(copy[0].ToSingle(), Is.EqualTo(1));
    }

    [Test]
    public void A_tensor_over_an_array_shares_its_memory()
    {
        float[,] numbers = { { 1, 2 }, { 3, 4 } };
        var shared = from_array(numbers);

        numbers[1, 0] = 9;
        shared[0, 1] = 7f;

        Assert.That(shared[1, 0].ToSingle(), Is.EqualTo(9));
        Assert.That(numbers[0, 1], Is.EqualTo(7));
    }

    [Test]
    public void An_array_stays_in_place_while_a_view_of_its_tensor_lives()
    {
        var view = ViewOfArray();

        GC.Collect();
        GC.Collect();

        Assert.That(view.data<long>().ToArray(), Is.EqualTo(Enumerable.Range(500, 500)));

        static Tensor ViewOfArray()
        {
            using var whole = from_array(Enumerable.Range(0, 1000).Select(i => (long)i).ToArray());
            return whole[500..];
        }
    }

    [Test]
    public void A_buffer_may_be_used_in_part()
    {
        var part = frombuffer(new long[] { 0, 1, 2, 3 }, int64, count: 2, offset: 1);

        Assert.That(part.data<long>().ToArray(), Is.EqualTo(new long[] { 1, 2 }));
        Assert.That(() => frombuffer(new long[4], int64, count: 4, offset: 1), Throws.ArgumentException);
    }

    [Test]
    public void Constants_fill_every_form_of_shape()
    {
        Assert.That(zeros(2, 3).shape, Is.EqualTo(new long[] { 2, 3 }));
        Assert.That(ones(new long[] { 2 }).sum().ToSingle(), Is.EqualTo(2));
        Assert.That(ones([2, 2, 2, 2, 2]).numel(), Is.EqualTo(32));
        Assert.That(full(2, 2, 7L).dtype, Is.EqualTo(ScalarType.Int64));
        Assert.That(full([1], 0.5).dtype, Is.EqualTo(ScalarType.Float64));
        Assert.That(zeros(1, dtype: int32, requires_grad: false).dtype, Is.EqualTo(ScalarType.Int32));
        Assert.That(zeros(1, requires_grad: true).requires_grad);
    }

    [Test]
    public void Ranges_infer_whole_numbers_and_fractions()
    {
        Assert.That(arange(3).data<long>().ToArray(), Is.EqualTo(new long[] { 0, 1, 2 }));
        Assert.That(arange(1, 4).dtype, Is.EqualTo(ScalarType.Int64));
        Assert.That(arange(0.0, 1, 0.25).data<float>().ToArray(), Is.EqualTo(new[] { 0, 0.25f, 0.5f, 0.75f }));
        Assert.That(Double.Values(linspace(0, 1, 5, float64)), Is.EqualTo(new[] { 0, 0.25, 0.5, 0.75, 1 }));
        Assert.That(eye(2, 3).sum().ToSingle(), Is.EqualTo(2));
    }

    [Test]
    public void A_tensor_like_another_takes_its_shape_type_and_device()
    {
        var model = ones(2, 3, dtype: float64);

        Assert.That(model.zeros_like().dtype, Is.EqualTo(ScalarType.Float64));
        Assert.That(full_like(model, 3, int64).sum().ToInt64(), Is.EqualTo(18));
        Assert.That(model.new_full([2], 5).dtype, Is.EqualTo(ScalarType.Float64));
        Assert.That(randn_like(model).shape, Is.EqualTo(new long[] { 2, 3 }));
    }

    [Test]
    public void Numbers_and_arrays_turn_into_tensors_by_themselves()
    {
        Tensor number = 2.5;
        Tensor array = new long[] { 1, 2 };

        Assert.That(number.dtype, Is.EqualTo(ScalarType.Float64));
        Assert.That((double)number, Is.EqualTo(2.5));
        Assert.That((long)array[1], Is.EqualTo(2));
        Assert.That(5.ToTensor().dtype, Is.EqualTo(ScalarType.Int32));
        Assert.That(new float[] { 1, 2, 3, 4 }.ToTensor([2, 2]).shape, Is.EqualTo(new long[] { 2, 2 }));
    }

    [Test]
    public void The_default_type_is_used_where_none_is_given()
    {
        try {
            set_default_dtype(float64);
            Assert.That(zeros(1).dtype, Is.EqualTo(ScalarType.Float64));
        } finally {
            set_default_dtype(float32);
        }

        Assert.That(zeros(1).dtype, Is.EqualTo(ScalarType.Float32));
    }

    [Test]
    public void Named_dimensions_are_refused() =>
        Assert.That(() => zeros(1, names: ["time"]), Throws.InstanceOf<NotSupportedException>());

    [Test]
    public void A_negative_length_is_refused_by_libtorch() =>
        Assert.That(() => zeros(-1), Throws.InstanceOf<ExternalException>().With.Message.Contains("negative dimension -1"));

    [Test]
    public void An_array_of_something_else_is_refused_by_its_type() =>
        Assert.That(
            () => from_array(new decimal[1]), Throws.ArgumentException.With.Message.EqualTo("There is no tensor of System.Decimal."));
}
