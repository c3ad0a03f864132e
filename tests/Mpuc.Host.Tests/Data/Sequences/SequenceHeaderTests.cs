using Mpuc.Host.Data.Sequences;

namespace Mpuc.Host.Tests.Data.Sequences;

public class SequenceHeaderTests
{
    private static readonly SequenceHeader Header = new([90, 51, 2], 30, Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());

    [Test]
    public void A_header_survives_writing_and_reading()
    {
        var read = SequenceHeader.Read(new MemoryStream(Bytes()))!;
        Assert.That(read.Shape, Is.EqualTo(new[] { 90, 51, 2 }));
        Assert.That(read.FrameRate, Is.EqualTo(30));
        Assert.That(read.Duration, Is.EqualTo(3));
        Assert.That(read.DataSha256.ToArray(), Is.EqualTo(Header.DataSha256.ToArray()));
    }

    [Test]
    public void Frames_start_at_a_multiple_of_64_bytes_right_after_the_header()
    {
        Assert.That(Header.DataOffset, Is.EqualTo(128));
        Assert.That(Bytes(), Has.Length.EqualTo(128));
        Assert.That(Header.DataLength, Is.EqualTo(90 * 51 * 2 * 4));
    }

    [Test]
    public void A_change_of_any_byte_is_noticed()
    {
        var covered = 24 + (3 * 8) + 64;
        for (var position = 0; position < covered; position++)
        {
            var bytes = Bytes();
            bytes[position] ^= 0x10;
            Assert.That(SequenceHeader.Read(new MemoryStream(bytes)), Is.Null, $"byte {position}");
        }
    }

    [Test]
    public void A_header_cut_short_anywhere_is_noticed()
    {
        for (var length = 0; length < 24 + (3 * 8) + 64; length++)
        {
            Assert.That(SequenceHeader.Read(new MemoryStream(Bytes()[..length])), Is.Null, $"length {length}");
        }
    }

    [TestCase(new long[] { long.MaxValue, 51, 2 }, 30)]
    [TestCase(new long[] { -1, 51, 2 }, 30)]
    [TestCase(new long[] { 0, 51, 2 }, 30)]
    [TestCase(new long[] { 90, 51, 2 }, 0)]
    [TestCase(new long[] { 90, 51, 2 }, -1)]
    [TestCase(new long[] { 1, 51, 2 }, -0.0)]
    [TestCase(new long[] { 90, 51, 2 }, double.NaN)]
    [TestCase(new long[] { 90, 51, 2 }, double.PositiveInfinity)]
    public void A_header_whose_numbers_no_sequence_has_is_none_though_its_hash_is_right(long[] shape, double frameRate) =>
        Assert.That(SequenceHeader.Read(new MemoryStream(Bytes(Header with { Shape = shape, FrameRate = frameRate }))), Is.Null);

    private static byte[] Bytes(SequenceHeader? header = null)
    {
        var stream = new MemoryStream();
        (header ?? Header).Write(stream);
        return stream.ToArray();
    }
}
