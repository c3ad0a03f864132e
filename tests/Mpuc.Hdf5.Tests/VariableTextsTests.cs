using System.Buffers.Binary;
using System.Text;

namespace Mpuc.Hdf5.Tests;

/// <summary>A collection of texts at 64, elements that point into it from 0 on.</summary>
[TestFixture]
internal sealed class VariableTextsTests
{
    private const int Collection = 64;

    private readonly byte[] _file = new byte[256];
    private Copies _copies = null!;

    [SetUp]
    public void Write()
    {
        _copies = new Copies();
        Array.Clear(_file);
        "GCOL"u8.CopyTo(_file.AsSpan(Collection));
        _file[Collection + 4] = 1;
        BinaryPrimitives.WriteUInt64LittleEndian(_file.AsSpan(Collection + 8), 96);
        Object(Collection + 16, 1, "so");
        Object(Collection + 40, 2, "hello you");
        Element(0, 2, Collection, 1);
        Element(16, 9, Collection, 2);
        Element(32, 0, 0, 0);
    }

    [TearDown]
    public void Delete() => _copies.Dispose();

    [Test]
    public void Texts_are_found_by_their_number_and_length_0_is_none() =>
        Assert.That(Read(0, 3), Is.EqualTo(new[] { "so", "hello you", string.Empty }));

    [Test]
    public void Some_of_them_can_be_read() => Assert.That(Read(16, 1), Is.EqualTo(new[] { "hello you" }));

    [TestCase(250ul)]
    [TestCase(300ul)]
    [TestCase(ulong.MaxValue)]
    public void Elements_outside_of_the_file_are_damage(ulong offset) => Assert.That(Read(offset, 1), Is.Null);

    [TestCase(100000ul)]
    [TestCase(ulong.MaxValue)]
    [TestCase(8ul)]
    public void A_collection_elsewhere_is_damage(ulong address)
    {
        Element(0, 2, address, 1);
        Assert.That(Read(0, 1), Is.Null);
    }

    [Test]
    public void A_number_that_the_collection_has_not_is_damage()
    {
        Element(0, 2, Collection, 7);
        Assert.That(Read(0, 1), Is.Null);
    }

    [TestCase(97ul)]
    [TestCase(500ul)]
    [TestCase(ulong.MaxValue)]
    public void An_object_larger_than_its_collection_is_none(ulong length)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_file.AsSpan(Collection + 24), length);
        Assert.That(Read(0, 1), Is.Null);
    }

    [TestCase(1ul << 40)]
    [TestCase(ulong.MaxValue)]
    [TestCase(1000ul)]
    public void A_collection_larger_than_the_file_is_none(ulong size)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_file.AsSpan(Collection + 8), size);
        Assert.That(Read(0, 1), Is.Null);
    }

    private void Object(int place, byte number, string text)
    {
        _file[place] = number;
        _file[place + 2] = 1;
        BinaryPrimitives.WriteUInt64LittleEndian(_file.AsSpan(place + 8), (ulong)text.Length);
        Encoding.ASCII.GetBytes(text).CopyTo(_file, place + 16);
    }

    private void Element(int place, uint length, ulong address, uint number)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_file.AsSpan(place), length);
        BinaryPrimitives.WriteUInt64LittleEndian(_file.AsSpan(place + 4), address);
        BinaryPrimitives.WriteUInt32LittleEndian(_file.AsSpan(place + 12), number);
    }

    private string[]? Read(ulong offset, int count)
    {
        using var texts = new VariableTexts(_copies.Write("texts", _file));
        return texts.Read(offset, count);
    }
}
