using Mpuc.Host.Data;

namespace Mpuc.Host.Tests.Data.Sequences;

public class CachedSequencesTests
{
    private static readonly DateTime Today = new(2026, 5, 17, 12, 0, 0, DateTimeKind.Utc);

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_cache_that_is_not_there_is_empty()
    {
        var sequences = CachedSequences.In(_folder.File("missing"));
        sequences.Shrink(0, new HashSet<string>());
        Assert.That((sequences.Count, sequences.Bytes, sequences.LongestUnused), Is.EqualTo((0, 0L, (DateTime?)null)));
    }

    [Test]
    public void Sequences_are_counted_with_their_bytes_and_the_longest_that_one_was_not_used()
    {
        Add('a', 100, days: 3);
        Add('b', 50, days: 9);
        var sequences = CachedSequences.In(_folder.Path);
        Assert.That((sequences.Count, sequences.Bytes, sequences.LongestUnused), Is.EqualTo((2, 150L, (DateTime?)Today.AddDays(-9))));
    }

    [TestCase(300, "abc")]
    [TestCase(299, "ac")]
    [TestCase(200, "ac")]
    [TestCase(199, "c")]
    [TestCase(100, "c")]
    [TestCase(99, "")]
    [TestCase(0, "")]
    public void Those_that_were_used_longest_ago_go_first_and_no_more_than_it_takes(long limit, string left)
    {
        Add('a', 100, days: 5);
        Add('b', 100, days: 7);
        Add('c', 100, days: 1);
        CachedSequences.In(_folder.Path).Shrink(limit, new HashSet<string>());
        Assert.That(Left(), Is.EqualTo(left));
    }

    [Test]
    public void What_is_in_use_stays_though_the_limit_is_passed()
    {
        var used = Add('a', 100, days: 7);
        Add('b', 100, days: 5);
        Add('c', 100, days: 1);
        CachedSequences.In(_folder.Path).Shrink(0, new HashSet<string> { used });
        Assert.That(Left(), Is.EqualTo("a"));
    }

    [Test]
    public void What_a_killed_process_left_half_written_goes_whatever_the_limit()
    {
        Add('a', 100, days: 1);
        var unfinished = Path.Combine(_folder.File("sequences"), "aa", $".{Guid.NewGuid():N}.tmp");
        File.WriteAllText(unfinished, "half");
        CachedSequences.In(_folder.Path).Shrink(long.MaxValue, new HashSet<string>());
        Assert.That(File.Exists(unfinished), Is.False);
        Assert.That(Left(), Is.EqualTo("a"));
    }

    [TestCase("notes.txt")]
    [TestCase("aa/notes.txt")]
    [TestCase("aa/x.seq")]
    [TestCase("data/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.seq")]
    [TestCase("bb/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.seq")]
    [TestCase("aa/.hidden.tmp")]
    public void A_file_of_somebody_else_in_such_a_folder_is_neither_counted_nor_touched(string name)
    {
        var path = Path.Combine(_folder.File("sequences"), name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "mine");
        var sequences = CachedSequences.In(_folder.Path);
        sequences.Shrink(0, new HashSet<string>());
        Assert.That(sequences.Count, Is.Zero);
        Assert.That(File.ReadAllText(path), Is.EqualTo("mine"));
    }

    private string Add(char digit, int bytes, int days)
    {
        var name = new string(digit, 64);
        var path = Path.Combine(_folder.File("sequences"), name[..2], $"{name}.seq");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, new byte[bytes]);
        File.SetLastWriteTimeUtc(path, Today.AddDays(-days));
        return path;
    }

    private string Left() => string.Concat(
        Directory.EnumerateFiles(_folder.Path, "*.seq", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)[0]).Order());
}
