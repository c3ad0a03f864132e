using System.IO.Compression;
using System.Text;
using Mpuc.Plugins.Text.Vectors;

namespace Mpuc.Plugins.Text.Tests.Vectors;

[TestFixture]
internal sealed class WordVectorSourceTests
{
    private static readonly string Lines = string.Concat(Enumerable.Range(0, 5000).Select(i => $"word{i} {i} {i}.5 -{i}\n"));

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void A_gzip_file_is_unpacked_whatever_its_name()
    {
        using var vectors = Indexed.Vectors(_folder.Write("vectors.bin", Gzip(Lines)));

        Assert.That(vectors.Count, Is.EqualTo(5000));
        Assert.That(vectors.Vector("word4999"), Is.EqualTo(new[] { 4999f, 4999.5f, -4999f }));
    }

    [Test]
    public void JSON_in_gzip_is_read_too()
    {
        using var vectors = Indexed.Vectors(_folder.Write("vectors.gz", Gzip("\n { \"dimensions\": 1, \"vectors\": { \"a\": [7] } }")));

        Assert.That(vectors.Vector("a"), Is.EqualTo(new[] { 7f }));
    }

    [Test]
    public void A_brace_may_be_a_word()
    {
        using var vectors = Indexed.Vectors(_folder.Write("vectors.txt", "{ 1 2\n} 3 4\n"));

        Assert.That(vectors.Vector("{"), Is.EqualTo(new[] { 1f, 2f }));
    }

    // Without the checksum and the length at the end nothing but their absence shows that there was more.
    [TestCase(1)]
    [TestCase(4)]
    [TestCase(8)]
    [TestCase(5000)]
    public void A_gzip_file_that_is_cut_off_is_refused(int missing)
    {
        var path = _folder.Write("vectors.gz", Gzip(Lines)[..^missing]);

        Assert.That(
            () => Indexed.Vectors(path),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"'{path}' is cut off, or is several gzip files in one; copy or download it again, or unpack it."));
    }

    [Test]
    public void A_damaged_gzip_file_is_refused()
    {
        var bytes = Gzip(Lines);
        bytes[2] = 0xFF;
        var path = _folder.Write("vectors.gz", bytes);

        Assert.That(
            () => Indexed.Vectors(path),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"'{path}' is damaged: it is no valid gzip file; copy or download it again."));
    }

    [Test]
    public void A_file_of_nothing_but_the_mark_of_gzip_is_cut_off()
    {
        var path = _folder.Write("vectors.gz", new byte[] { 0x1F, 0x8B });

        Assert.That(
            () => Indexed.Vectors(path),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"'{path}' is cut off, or is several gzip files in one; copy or download it again, or unpack it."));
    }

    [Test]
    public void A_zip_archive_is_refused_with_the_way_out()
    {
        var path = _folder.File("glove.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using var entry = new StreamWriter(zip.CreateEntry("glove.txt").Open());
            entry.Write(Lines);
        }

        Assert.That(
            () => Indexed.Vectors(path),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"'{path}' is a zip archive; unpack it and name the text file that is in it."));
    }

    [Test]
    public void A_cancelled_reading_ends()
    {
        var path = _folder.Write("vectors.txt", Lines);

        Assert.That(
            () => Indexed.Write(path, writer => WordVectorSource.Read(path, writer, new CancellationToken(canceled: true))),
            Throws.InstanceOf<OperationCanceledException>());
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
