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
    public void A_file_that_did_not_change_is_not_read_again()
    {
        var path = Write("one");
        Of(path);
        Pretend(SHA256.HashData("what the stamp says"u8));

        Assert.That(Of(path), Is.EqualTo(SHA256.HashData("what the stamp says"u8)));
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
    [Platform("Linux")]
    public void A_file_of_the_same_length_whose_time_was_set_back_is_read_again()
    {
        var path = Write("one");
        Of(path);

        Write("two");

        Assert.That(Of(path), Is.EqualTo(SHA256.HashData("two"u8)));
    }

    [Test]
    [Platform("Linux")]
    public void A_file_that_takes_anothers_place_with_its_length_and_time_is_read_again()
    {
        var path = Write("one");
        Of(path);
        var other = _folder.Write("b.txt", "two");
        File.SetLastWriteTimeUtc(other, Old);

        File.Move(other, path, overwrite: true);

        Assert.That(Of(path), Is.EqualTo(SHA256.HashData("two"u8)));
    }

    [Test]
    public void A_file_that_may_still_change_gets_no_stamp()
    {
        new ContentStamp(_folder.Path, TimeProvider.System).Of(Write("one"));

        Assert.That(Directory.GetFiles(_folder.Path, "*.stamp"), Is.Empty);
    }

    [TestCase("")]
    [TestCase("3 637134336000000000 00ff")]
    [TestCase("STATE zz")]
    [TestCase("STATE 00ff")]
    public void A_damaged_stamp_is_written_again(string damaged)
    {
        var path = Write("one");
        Of(path);
        var stamp = Directory.GetFiles(_folder.Path, "*.stamp").Single();
        var whole = File.ReadAllText(stamp);
        File.WriteAllText(stamp, damaged.Replace("STATE", whole[..^65], StringComparison.Ordinal));

        Assert.That(Of(path), Is.EqualTo(SHA256.HashData("one"u8)));
        Assert.That(File.ReadAllText(stamp), Is.EqualTo(whole));
    }

    private void Pretend(byte[] hash)
    {
        var stamp = Directory.GetFiles(_folder.Path, "*.stamp").Single();
        File.WriteAllText(stamp, File.ReadAllText(stamp)[..^64] + Convert.ToHexStringLower(hash));
    }

    // So much later that the file has settled.
    private byte[] Of(string path) => new ContentStamp(_folder.Path, new LaterClock()).Of(path);

    private string Write(string content, DateTime? changed = null)
    {
        var path = _folder.Write("a.txt", content);
        File.SetLastWriteTimeUtc(path, changed ?? Old);
        return path;
    }

    private sealed class LaterClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddMinutes(1);
    }
}
