using Mpuc.Weights.Tfjs;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Weights.Tests.Tfjs;

public sealed class TfjsValuesTests
{
    private DisposeScope _scope = null!;

    [SetUp]
    public void OpenScope() => _scope = NewDisposeScope();

    [TearDown]
    public void CloseScope() => _scope.Dispose();

    [Test]
    public void Every_byte_becomes_scale_times_byte_plus_minimum()
    {
        var bytes = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        var values = Values("float32", "uint8", 0.009007044399485869, -1.2069439495311063, bytes);
        Assert.That(values.dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That(
            values.data<float>().ToArray(),
            Is.EqualTo(bytes.Select(value => (float)((value * 0.009007044399485869) + -1.2069439495311063))), "bit for bit");
    }

    [Test]
    public void Every_two_bytes_become_scale_times_their_number_plus_minimum()
    {
        var numbers = new ushort[] { 0, 1, 255, 256, 32768, 65535 };
        var values = Values("float32", "uint16", 0.25, -3, [.. numbers.SelectMany(BitConverter.GetBytes)]);
        Assert.That(values.data<float>().ToArray(), Is.EqualTo(numbers.Select(number => (number * 0.25f) - 3)));
    }

    [Test]
    public void Halves_are_widened_exactly_infinities_and_the_smallest_included()
    {
        var halves = new[] { Half.Epsilon, Half.MaxValue, Half.NegativeInfinity, (Half)0.1f, Half.NegativeZero };
        var values = Values("float32", "float16", 1, 0, [.. halves.SelectMany(BitConverter.GetBytes)]);
        Assert.That(values.data<float>().ToArray(), Is.EqualTo(halves.Select(half => (float)half)));
    }

    [TestCase(0.5, -2.25, new byte[] { 0, 1, 2, 3, 4 }, new[] { -2, -2, -1, -1, 0 })]
    [TestCase(1, 3, new byte[] { 0, 255 }, new[] { 3, 258 })]
    public void Whole_numbers_are_rounded_as_javascript_does(double scale, double minimum, byte[] bytes, int[] expected) =>
        Assert.That(Values("int32", "uint8", scale, minimum, bytes).data<int>().ToArray(), Is.EqualTo(expected));

    [TestCase("float32", null, 4)]
    [TestCase("int32", null, 4)]
    [TestCase("uint8", null, 1)]
    [TestCase("bool", null, 1)]
    [TestCase("float32", "uint8", 1)]
    [TestCase("float32", "uint16", 2)]
    [TestCase("float32", "float16", 2)]
    public void A_stored_value_has_its_size(string type, string? stored, int size) => Assert.That(
        new TfjsWeight("a", type, [], stored is null ? null : new TfjsQuantization(stored, 1, 0)).StoredSize, Is.EqualTo(size));

    [Test]
    public void Counts_do_not_overflow()
    {
        Assert.That(new TfjsWeight("a", "bool", [long.MaxValue, long.MaxValue, 3], null).Count, Is.EqualTo(long.MaxValue));
        Assert.That(new TfjsWeight("a", "bool", [long.MaxValue, 0, 3], null).Count, Is.Zero);
        Assert.That(new TfjsWeight("a", "bool", [], null).Count, Is.EqualTo(1));
    }

    private static Tensor Values(string type, string stored, double scale, double minimum, byte[] bytes)
    {
        var count = bytes.Length / (stored == "uint8" ? 1 : 2);
        return TfjsValues.ToTensor(new TfjsWeight("a", type, [count], new TfjsQuantization(stored, scale, minimum)), bytes);
    }
}
