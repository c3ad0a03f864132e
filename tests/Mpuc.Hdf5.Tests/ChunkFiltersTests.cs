using System.IO.Compression;
using Mpuc.Hdf5.Chunks;

namespace Mpuc.Hdf5.Tests;

[TestFixture]
internal sealed class ChunkFiltersTests
{
    private static readonly StoredShape Packed = new([4], ElementSize: 4, [4], [ChunkFilters.Shuffle, ChunkFilters.Deflate]);

    private static readonly byte[] Elements = [.. Enumerable.Range(1, 16).Select(value => (byte)value)];

    private static readonly byte[] Shuffled = [1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15, 4, 8, 12, 16];

    [Test]
    public void Filters_are_undone_from_the_last_to_the_first() =>
        Assert.That(ChunkFilters.Undo(Deflate(Shuffled), Packed, skipped: 0), Is.EqualTo(Elements));

    [TestCase(0b01u, true, TestName = "A_chunk_that_was_not_shuffled")]
    [TestCase(0b10u, false, TestName = "A_chunk_that_was_not_packed")]
    public void Is_read_by_its_own_filters(uint skipped, bool isPacked) =>
        Assert.That(ChunkFilters.Undo(isPacked ? Deflate(Elements) : Shuffled, Packed, skipped), Is.EqualTo(Elements));

    [Test]
    public void A_chunk_that_asks_for_a_dictionary_is_damage() =>
        Assert.That(ChunkFilters.Undo([0x78, 0x20, 0, 0, 0, 1, 0, 0], Packed, skipped: 0), Is.Null);

    [Test]
    public void Without_filters_the_bytes_are_the_chunk() =>
        Assert.That(ChunkFilters.Undo(Elements, Packed with { Filters = [] }, 0), Is.EqualTo(Elements));

    [TestCase(0)]
    [TestCase(15)]
    [TestCase(17)]
    [TestCase(100000)]
    public void Another_size_than_a_chunks_is_damage(int size) => Assert.Multiple(() =>
    {
        Assert.That(ChunkFilters.Undo(Deflate(new byte[size]), Packed, 0), Is.Null);
        Assert.That(ChunkFilters.Undo(new byte[size], Packed with { Filters = [ChunkFilters.Shuffle] }, 0), Is.Null);
        Assert.That(ChunkFilters.Undo(new byte[size], Packed with { Filters = [] }, 0), Is.Null);
    });

    [Test]
    public void A_stream_that_ends_early_or_is_none_is_damage([Range(0, 16)] int length) =>
        Assert.That(ChunkFilters.Undo(Deflate(Shuffled)[..length], Packed, 0), Is.Null);

    private static byte[] Deflate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
