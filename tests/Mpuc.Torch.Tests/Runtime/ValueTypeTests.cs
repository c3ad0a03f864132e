using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

public class ValueTypeTests
{
    [Test]
    public void A_scalar_remembers_its_type_and_converts_to_any_other()
    {
        Scalar whole = 3;
        Scalar real = 2.75;
        Scalar number = new Complex(1, 2);

        Assert.That(whole.Type, Is.EqualTo(ScalarType.Int32));
        Assert.That(((Scalar)1f).Type, Is.EqualTo(ScalarType.Float32));
        Assert.That(((Scalar)(Half)1).Type, Is.EqualTo(ScalarType.Float16));
        Assert.That(whole.ToDouble(), Is.EqualTo(3));
        Assert.That(real.ToInt32(), Is.EqualTo(2));
        Assert.That(real.ToBoolean());
        Assert.That(number.ToComplexFloat64(), Is.EqualTo(new Complex(1, 2)));
        Assert.That(((Scalar)long.MaxValue).ToInt64(), Is.EqualTo(long.MaxValue));
    }

    [TestCase(1f, (ushort)0x3F80)]
    [TestCase(-2.5f, (ushort)0xC020)]
    [TestCase(1.00390625f, (ushort)0x3F80)] // halfway: to even
    [TestCase(1.01171875f, (ushort)0x3F82)] // halfway: to even, upwards
    [TestCase(float.PositiveInfinity, (ushort)0x7F80)]
    [TestCase(1e-45f, (ushort)0x0000)]
    public void A_BFloat16_rounds_a_float_to_the_nearest(float value, ushort bits) =>
        Assert.That(new BFloat16(value), Is.EqualTo(BFloat16.FromRawValue(bits)));

    [Test]
    public void BFloat16s_round_as_libtorchs_do()
    {
        using var generator = new Generator(3);
        using var floats = randn([1000], generator: generator);
        using var rounded = floats.to(bfloat16);

        Assert.That(rounded.data<BFloat16>().ToArray(), Is.EqualTo(floats.data<float>().ToArray().Select(value => new BFloat16(value))));
    }

    [Test]
    public void BFloat16s_compute_and_compare_like_numbers()
    {
        var two = new BFloat16(2);

        Assert.That((two + BFloat16.One).ToSingle(), Is.EqualTo(3));
        Assert.That((-two * two / BFloat16.One).ToSingle(), Is.EqualTo(-4));
        Assert.That((new BFloat16(5) % two).ToSingle(), Is.EqualTo(1));
        Assert.That(two > BFloat16.One && BFloat16.One <= two && two != BFloat16.One);
        Assert.That(BFloat16.IsNaN(BFloat16.NaN) && !BFloat16.IsFinite(BFloat16.PositiveInfinity));
        Assert.That((1 + (double)BFloat16.Epsilon) - 1, Is.EqualTo(0.0078125));
        Assert.That(two.CompareTo((object)BFloat16.One), Is.Positive);
        Assert.That(() => two.CompareTo("two"), Throws.ArgumentException);
    }

    [Test]
    public void Sizes_compare_add_and_slice()
    {
        Size size = (2L, 3L, 4L);

        Assert.That(size.numel(), Is.EqualTo(24));
        Assert.That(size.Length, Is.EqualTo(3));
        Assert.That(size[1], Is.EqualTo(3));
        Assert.That(size.Slice(1, 3), Is.EqualTo(new Size([3L, 4L])));
        Assert.That(size.Slice(-2, -1), Is.EqualTo(new Size(3)));
        Assert.That(size.Slice(2, 1).IsEmpty);
        Assert.That(size + new Size(5), Is.EqualTo(new Size([2L, 3L, 4L, 5L])));
        Assert.That(size == new Size(new[] { 2, 3, 4 }));
        Assert.That(size.GetHashCode(), Is.EqualTo(new Size([2L, 3L, 4L]).GetHashCode()));
        Assert.That(Size.Empty.IsScalar && default(Size).IsEmpty);
        Assert.That(size.Sum(), Is.EqualTo(9));
    }

    [TestCase("cpu", DeviceType.CPU, -1, "cpu")]
    [TestCase("cuda", DeviceType.CUDA, 0, "cuda:0")]
    [TestCase("cuda:3", DeviceType.CUDA, 3, "cuda:3")]
    [TestCase("meta", DeviceType.META, -1, "meta")]
    public void A_device_is_read_from_its_name(string name, DeviceType type, int index, string text)
    {
        var device = new Device(name);

        Assert.That((device.type, device.index, device.ToString()), Is.EqualTo((type, index, text)));
    }

    [TestCase("gpu")]
    [TestCase("cuda:x")]
    [TestCase("1")]
    public void What_is_no_device_is_refused_with_an_example(string name) =>
        Assert.That(
            () => new Device(name),
            Throws.ArgumentException.With.Message.StartsWith($"'{name}' is not a device; expected for example cpu, cuda or cuda:0."));

    [Test]
    public void A_missing_accelerator_is_refused_by_name()
    {
        if (cuda_is_available()) {
            Assert.Ignore("This machine has a CUDA device.");
        }

        Assert.That(
            () => InitializeDevice(CUDA), Throws.InvalidOperationException.With.Message.StartsWith("This libtorch has no CUDA device"));
        Assert.That(cuda.device_count(), Is.Zero);
    }

    [Test]
    public void The_limits_of_floating_point_types_are_those_of_CSharp()
    {
        Assert.That(finfo(float64).max, Is.EqualTo(double.MaxValue));
        Assert.That(finfo(float32).eps, Is.EqualTo((double)MathF.BitIncrement(1) - 1));
        Assert.That(finfo(float16).max, Is.EqualTo((double)Half.MaxValue));
        Assert.That(finfo().bits, Is.EqualTo(32));
        Assert.That(() => finfo(int64), Throws.ArgumentException);
        Assert.That(max_int_value(float32), Is.EqualTo(16_777_216));
    }

    [Test]
    public void Types_promote_and_cast_as_in_PyTorch()
    {
        Assert.That(promote_types(int64, float16), Is.EqualTo(ScalarType.Float16));
        Assert.That(can_cast(float32, int64), Is.False);
        Assert.That(can_cast(int64, float32));
    }
}
