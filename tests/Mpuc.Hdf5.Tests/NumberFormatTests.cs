namespace Mpuc.Hdf5.Tests;

[TestFixture]
internal sealed class NumberFormatTests
{
    [TestCase("STD_I8LE", new byte[] { 0x80, 0x7F }, new double[] { -128, 127 })]
    [TestCase("STD_U8BE", new byte[] { 0x80, 0xFF }, new double[] { 128, 255 })]
    [TestCase("STD_I16BE", new byte[] { 0xFF, 0xFE, 0x01, 0x00 }, new double[] { -2, 256 })]
    [TestCase("STD_U16LE", new byte[] { 0xFF, 0xFE }, new double[] { 65279 })]
    [TestCase("STD_I32LE", new byte[] { 0, 0, 0, 0x80 }, new double[] { int.MinValue })]
    [TestCase("STD_U32BE", new byte[] { 0xFF, 0xFF, 0xFF, 0xFF }, new double[] { uint.MaxValue })]
    [TestCase("STD_I64BE", new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFD }, new double[] { -3 })]
    [TestCase("STD_U64LE", new byte[] { 0, 0, 0, 0, 0, 0, 0, 0x80 }, new double[] { 9223372036854775808 })]
    [TestCase("IEEE_F32BE", new byte[] { 0x3F, 0xC0, 0, 0 }, new double[] { 1.5 })]
    [TestCase("IEEE_F64LE", new byte[] { 0, 0, 0, 0, 0, 0, 0xF8, 0xBF }, new double[] { -1.5 })]
    public void Bytes_become_numbers(string format, byte[] bytes, double[] expected)
    {
        Assert.That(NumberFormat.All[format].Convert<double>(bytes), Is.EqualTo(expected));
        Assert.That(NumberFormat.All[format].Convert<float>(bytes), Is.EqualTo(expected.Select(number => (float)number)));
    }

    [Test]
    public void What_single_precision_cannot_hold_is_infinite_and_NaN_stays_NaN()
    {
        var bytes = new[] { 1e300, -1e300, double.NaN, double.NegativeInfinity, 1e-300 }.SelectMany(BitConverter.GetBytes).ToArray();
        Assert.That(
            NumberFormat.All["IEEE_F64LE"].Convert<float>(bytes),
            Is.EqualTo(new[] { float.PositiveInfinity, float.NegativeInfinity, float.NaN, float.NegativeInfinity, 0 }));
    }

    [Test]
    public void There_are_twenty_formats_and_a_part_of_a_number_is_none()
    {
        Assert.That(NumberFormat.All, Has.Count.EqualTo(20));
        Assert.That(NumberFormat.All["IEEE_F32LE"].Convert<float>(new byte[7]), Has.Length.EqualTo(1));
    }
}
