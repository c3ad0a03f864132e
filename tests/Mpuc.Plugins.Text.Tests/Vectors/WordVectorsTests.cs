using System.Security.Cryptography;
using Mpuc.Plugins.Text.Vectors;

namespace Mpuc.Plugins.Text.Tests.Vectors;

/// <summary>The index on disk, whole and damaged.</summary>
[TestFixture]
internal sealed class WordVectorsTests
{
    private TemporaryFolder _folder = null!;
    private string _index = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _index = Indexed.Write(_folder.File("a"), writer =>
        {
            writer.Add("zebra"u8, [1, 2, 3]);
            writer.Add("ant"u8, [4, 5, 6]);
            writer.Add("\u00E9"u8, [7, 8, 9]);
        });
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void What_was_written_is_found()
    {
        using var vectors = Open()!;

        Assert.That(vectors.Vector("zebra"), Is.EqualTo(new[] { 1f, 2f, 3f }));
        Assert.That(vectors.Vector("ant"), Is.EqualTo(new[] { 4f, 5f, 6f }));
        Assert.That(vectors.Vector("\u00E9"), Is.EqualTo(new[] { 7f, 8f, 9f }));
        Assert.That(vectors.Row(vectors.MeanRow), Is.EqualTo(new[] { 4f, 5f, 6f }));
    }

    // The ends of three words, the rows of their vectors, and the ten bytes of the words stand at the file's end.
    [TestCase(31, 200)]
    [TestCase(27, 1)]
    [TestCase(23, 6)]
    [TestCase(19, 3)]
    [TestCase(16, 0x80)]
    public void An_index_whose_words_or_rows_lie_elsewhere_is_none_though_its_hash_is_right(int fromEnd, byte value)
    {
        var bytes = File.ReadAllBytes(_index);
        var source = bytes.AsSpan(32, SHA256.HashSizeInBytes).ToArray();
        bytes[^fromEnd] = value;
        var index = WordVectorIndex.Parse(bytes, source)!;
        index.ToHeader(source, bytes.AsSpan((int)index.TablesOffset)).CopyTo(bytes, 0);

        Assert.That(WordVectors.TryOpen(_folder.Write("changed", bytes), source), Is.Null);
    }

    [Test]
    public void An_index_has_the_length_that_its_header_gives() =>
        Assert.That(new FileInfo(_index).Length, Is.EqualTo(new WordVectorIndex(3, 3, 3, "zebraant".Length + 2).FileLength));

    [Test]
    public void Every_byte_of_the_header_and_the_words_is_checked()
    {
        var whole = File.ReadAllBytes(_index);
        var vectors = Enumerable.Range(WordVectorIndex.HeaderLength, 4 * 3 * sizeof(float)).ToHashSet();
        var unused = Enumerable.Range(96, 32).ToHashSet();
        foreach (var place in Enumerable.Range(0, whole.Length).Where(place => !vectors.Contains(place) && !unused.Contains(place)))
        {
            var damaged = (byte[])whole.Clone();
            damaged[place] ^= 0x10;
            File.WriteAllBytes(_index, damaged);
            Assert.That(Open(), Is.Null, $"byte {place}");
        }
    }

    [Test]
    public void An_index_of_another_length_is_not_opened()
    {
        var whole = File.ReadAllBytes(_index);
        foreach (var length in new[] { 0, 1, 127, 128, 200, whole.Length - 1 })
        {
            File.WriteAllBytes(_index, whole[..length]);
            Assert.That(Open(), Is.Null, $"{length} bytes");
        }

        File.WriteAllBytes(_index, [.. whole, 0]);
        Assert.That(Open(), Is.Null);
    }

    [Test]
    public void An_index_of_another_source_is_not_opened() => Assert.That(WordVectors.TryOpen(_index, SHA256.HashData("other"u8)), Is.Null);

    [Test]
    public void Without_a_file_there_is_nothing_to_open() =>
        Assert.That(WordVectors.TryOpen(_folder.File("none"), Indexed.Source), Is.Null);

    [Test]
    public void An_open_index_may_be_deleted()
    {
        using var vectors = Open()!;

        File.Delete(_index);

        Assert.That(vectors.Vector("ant"), Is.EqualTo(new[] { 4f, 5f, 6f }));
    }

    private WordVectors? Open() => WordVectors.TryOpen(_index, Indexed.Source);
}
