using System.Security.Cryptography;
using Mpuc.Plugins.Text.Vectors;

namespace Mpuc.Plugins.Text.Tests.Vectors;

[TestFixture]
internal sealed class ContentStampTests
{
    private static readonly DateTime Old = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void The_hash_is_that_of_the_content() => Assert.That(Of(Write("one")), Is.EqualTo(SHA256.HashData("one"u8)));

    [Test]
    public void A_file_that_looks_unchanged_is_not_read_again()
    {
        var path = Write("one");
        Of(path);

        Write("two");

        Assert.That(Of(path), Is.EqualTo(SHA256.HashData("one"u8)));
    }

    [Test]
    public void A_file_of_another_time_or_length_is_read_again()
    {
        var path = Write("one");
        Of(path);
        Write("two", Old.AddSeconds(1));
        Assert.That(Of(path), Is.EqualTo(SHA256.HashData("two"u8)));
        Write("three", Old.AddSeconds(1));
        Assert.That(Of(path), Is.EqualTo(SHA256.HashData("three"u8)));
    }

    [Test]
    public void A_file_that_may_still_change_gets_no_stamp()
    {
        Of(Write("one", DateTime.UtcNow));

        Assert.That(Directory.GetFiles(_folder.Path, "*.stamp"), Is.Empty);
    }

    [TestCase("")]
    [TestCase("3 637134336000000000 zz")]
    [TestCase("3 637134336000000000 00ff")]
    public void A_damaged_stamp_is_written_again(string damaged)
    {
        var path = Write("one");
        Of(path);
        var stamp = Directory.GetFiles(_folder.Path, "*.stamp").Single();
        var whole = File.ReadAllText(stamp);
        File.WriteAllText(stamp, damaged);

        Assert.That(Of(path), Is.EqualTo(SHA256.HashData("one"u8)));
        Assert.That(File.ReadAllText(stamp), Is.EqualTo(whole));
    }

    private byte[] Of(string path) => new ContentStamp(_folder.Path).Of(path);

    private string Write(string content, DateTime? changed = null)
    {
        var path = _folder.Write("a.txt", content);
        File.SetLastWriteTimeUtc(path, changed ?? Old);
        return path;
    }
}
