using System.Security.Cryptography;
using System.Text;
using Mpuc.Host.Data.Content;

namespace Mpuc.Host.Tests.Data.Content;

public class ContentHashesTests
{
    private TemporaryFolder _folder = null!;
    private string _file = null!;

    [SetUp]
    public void MakeFile()
    {
        _folder = new TemporaryFolder();
        _file = _folder.File("data.bin");
        Write("first", age: TimeSpan.FromMinutes(1));
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_hash_is_the_SHA_256_of_the_bytes() =>
        Assert.That(new ContentHashes(_folder.Path).OfFile(_file), Is.EqualTo(Sha256("first")));

    [Test]
    public void A_hash_is_remembered_between_runs()
    {
        Settle();
        Learn();

        // Another hash under the file's own state: whoever gives it has not read the file.
        var index = _folder.File("hashes.tsv");
        File.WriteAllText(index, File.ReadAllText(index).Replace(Sha256("first"), Sha256("elsewhere"), StringComparison.Ordinal));

        Assert.That(new ContentHashes(_folder.Path).OfFile(_file), Is.EqualTo(Sha256("elsewhere")));
    }

    [Test]
    [Platform("Linux")]
    public void A_file_that_is_written_again_with_its_old_length_and_time_is_read_again()
    {
        Settle();
        Learn();
        var stamp = File.GetLastWriteTimeUtc(_file);
        File.WriteAllText(_file, "FIRST");
        File.SetLastWriteTimeUtc(_file, stamp);

        Assert.That(new ContentHashes(_folder.Path).OfFile(_file), Is.EqualTo(Sha256("FIRST")));
    }

    [Test]
    [Platform("Linux")]
    public void Another_file_of_the_same_length_and_time_in_its_place_is_read()
    {
        var other = _folder.File("other.bin");
        File.WriteAllText(other, "FIRST");
        File.SetLastWriteTimeUtc(other, File.GetLastWriteTimeUtc(_file));
        Settle();
        Learn();
        File.Move(other, _file, overwrite: true);

        Assert.That(new ContentHashes(_folder.Path).OfFile(_file), Is.EqualTo(Sha256("FIRST")));
    }

    [Test]
    public void A_file_that_has_changed_is_read_again()
    {
        Learn();
        Write("other", age: TimeSpan.FromSeconds(30));
        Assert.That(new ContentHashes(_folder.Path).OfFile(_file), Is.EqualTo(Sha256("other")));
    }

    [Test]
    public void A_file_that_changed_just_now_is_not_trusted_later()
    {
        Write("other", age: TimeSpan.Zero);
        Learn();
        var stamp = File.GetLastWriteTimeUtc(_file);
        File.WriteAllText(_file, "OTHER");
        File.SetLastWriteTimeUtc(_file, stamp);
        Assert.That(new ContentHashes(_folder.Path).OfFile(_file), Is.EqualTo(Sha256("OTHER")));
    }

    [TestCase("")]
    [TestCase("nonsense\n\t\t\t\nabc\t5\tx\tpath\n")]
    [TestCase("\0\0\0\0")]
    public void A_damaged_index_is_ignored(string text)
    {
        File.WriteAllText(_folder.File("hashes.tsv"), text);
        Assert.That(new ContentHashes(_folder.Path).OfFile(_file), Is.EqualTo(Sha256("first")));
    }

    [Test]
    public void A_cache_that_cannot_be_written_does_no_harm()
    {
        var hashes = new ContentHashes(Path.Combine(_file, "no-folder"));
        Assert.That(hashes.OfFile(_file), Is.EqualTo(Sha256("first")));
        Assert.That(hashes.Save, Throws.Nothing);
    }

    [Test]
    public void A_missing_file_is_refused_with_its_path() =>
        Assert.That(
            () => new ContentHashes(_folder.Path).OfFile(_folder.File("none")),
            Throws.TypeOf<MpucException>().With.Message.Contains($"'{_folder.File("none")}' cannot be read"));

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // The time of the entry itself cannot be set back, so a test waits until it is old enough to be trusted.
    private static void Settle() => Thread.Sleep(2100);

    private void Learn()
    {
        var hashes = new ContentHashes(_folder.Path);
        hashes.OfFile(_file);
        hashes.Save();
    }

    private void Write(string text, TimeSpan age)
    {
        File.WriteAllText(_file, text);
        File.SetLastWriteTimeUtc(_file, DateTime.UtcNow - age);
    }
}
