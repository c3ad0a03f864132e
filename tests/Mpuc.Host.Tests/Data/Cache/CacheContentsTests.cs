using Mpuc.Host.Data.Cache;

namespace Mpuc.Host.Tests.Data.Cache;

public class CacheContentsTests
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
        var sequences = CacheContents.In(_folder.File("missing"));
        sequences.Shrink(0, new HashSet<string>());
        Assert.That((sequences.SequenceCount, sequences.Bytes, sequences.LongestUnused), Is.EqualTo((0, 0L, (DateTime?)null)));
    }

    [Test]
    public void Sequences_are_counted_with_their_bytes_and_the_longest_that_one_was_not_used()
    {
        Add('a', 100, days: 3);
        Add('b', 50, days: 9);
        var sequences = CacheContents.In(_folder.Path);
        Assert.That(
            (sequences.SequenceCount, sequences.Bytes, sequences.LongestUnused), Is.EqualTo((2, 150L, (DateTime?)Today.AddDays(-9))));
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
        CacheContents.In(_folder.Path).Shrink(limit, new HashSet<string>());
        Assert.That(Left(), Is.EqualTo(left));
    }

    [Test]
    public void What_is_in_use_stays_though_the_limit_is_passed()
    {
        var used = Add('a', 100, days: 7);
        Add('b', 100, days: 5);
        Add('c', 100, days: 1);
        CacheContents.In(_folder.Path).Shrink(0, new HashSet<string> { used });
        Assert.That(Left(), Is.EqualTo("a"));
    }

    [Test]
    public void What_a_killed_process_left_half_written_goes_whatever_the_limit()
    {
        Add('a', 100, days: 1);
        var unfinished = Path.Combine(_folder.File("sequences"), "aa", $".{Guid.NewGuid():N}.tmp");
        File.WriteAllText(unfinished, "half");
        CacheContents.In(_folder.Path).Shrink(long.MaxValue, new HashSet<string>());
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
        var sequences = CacheContents.In(_folder.Path);
        sequences.Shrink(0, new HashSet<string>());
        Assert.That(sequences.SequenceCount, Is.Zero);
        Assert.That(File.ReadAllText(path), Is.EqualTo("mine"));
    }

    [TestCase(400, "ab1")]
    [TestCase(399, "b1")]
    [TestCase(299, "b")]
    [TestCase(99, "")]
    public void Synthetic_sets_count_and_go_among_the_sequences_by_when_they_were_used(long limit, string left)
    {
        Add('a', 100, days: 7);
        AddSet('1', 200, days: 5);
        Add('b', 100, days: 1);
        var contents = CacheContents.In(_folder.Path);
        Assert.That(
            (contents.SequenceCount, contents.SyntheticSetCount, contents.Bytes, contents.LongestUnused),
            Is.EqualTo((2, 1, 400L, (DateTime?)Today.AddDays(-7))));
        contents.Shrink(limit, new HashSet<string>());
        Assert.That(
            Left() + string.Concat(Directory.GetDirectories(_folder.File("synthetic")).Select(set => Path.GetFileName(set)[0])),
            Is.EqualTo(left));
    }

    [Test]
    public void A_set_that_a_process_has_read_stays_whatever_the_limit()
    {
        var (held, other) = (AddSet('1', 200, days: 5), AddSet('2', 200, days: 1));
        SyntheticSets.Hold(held);
        CacheContents.In(_folder.Path).Shrink(0, new HashSet<string>());
        Assert.That((Directory.Exists(held), Directory.Exists(other)), Is.EqualTo((true, false)));
        CacheContents.In(_folder.Path).Clear();
        Assert.That(Directory.GetFiles(held, "*", SearchOption.AllDirectories), Has.Length.EqualTo(2), "the files are still there");
    }

    [Test]
    public void Half_written_sets_go_and_folders_of_somebody_else_stay()
    {
        var half = Directory.CreateDirectory(SyntheticSets.Temporary(AddSet('1', 10, days: 1))).FullName;
        string[] others = [_folder.File("synthetic/mine"), _folder.File($"synthetic/{new string('3', 16)}")];
        Array.ForEach(others, folder => File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder).FullName, "notes.txt"), "mine"));
        CacheContents.In(_folder.Path).Shrink(long.MaxValue, new HashSet<string>());
        Assert.That(
            Directory.GetDirectories(_folder.File("synthetic")),
            Is.EquivalentTo(others.Append(_folder.File($"synthetic/{new string('1', 16)}"))),
            $"not {half}");
        CacheContents.In(_folder.Path).Clear();
        Assert.That(Directory.GetDirectories(_folder.File("synthetic")), Is.EquivalentTo(others));
    }

    [Test]
    public void Over_the_limit_the_hashes_of_files_that_are_gone_are_forgotten()
    {
        var (here, gone, index) = (_folder.File("here.wav"), _folder.File("gone.wav"), _folder.File("hashes.tsv"));
        File.WriteAllLines(index, new[] { here, gone }.Select(path => $"{new string('5', 64)}\t1 3 4 4\t{path}"));
        File.WriteAllText(here, "abc");
        var length = new FileInfo(index).Length;
        CacheContents.In(_folder.Path).Shrink(length, new HashSet<string>());
        Assert.That(File.ReadAllLines(index), Has.Length.EqualTo(2));
        Add('a', 10, days: 1);
        CacheContents.In(_folder.Path).Shrink(length, new HashSet<string>());
        Assert.That(File.ReadAllLines(index).Single(), Does.EndWith(here));
        Assert.That(Left(), Is.EqualTo("a"), "there is room for it now");
        CacheContents.In(_folder.Path).Shrink(0, new HashSet<string>());
        Assert.That(File.ReadAllLines(index).Single(), Does.EndWith(here));
    }

    [Test]
    public void Hashes_that_a_killed_process_half_saved_go_and_other_files_stay()
    {
        string[] names = [$".hashes.tsv.{Guid.NewGuid():N}.tmp", $".notes.{Guid.NewGuid():N}.tmp"];
        Array.ForEach(names, name => File.WriteAllText(_folder.File(name), "half"));
        CacheContents.In(_folder.Path).Shrink(long.MaxValue, new HashSet<string>());
        Assert.That(Directory.GetFiles(_folder.Path).Select(Path.GetFileName), Is.EqualTo(new[] { names[1] }));
    }

    private string AddSet(char digit, int bytes, int days)
    {
        var set = Path.Combine(_folder.File("synthetic"), new string(digit, 16));
        Directory.CreateDirectory(Path.Combine(set, "audio"));
        File.WriteAllBytes(Path.Combine(set, "audio", "r0.wav"), new byte[bytes - 2]);
        File.WriteAllText(Path.Combine(set, SyntheticSets.Answer), "{}");
        File.SetLastWriteTimeUtc(Path.Combine(set, SyntheticSets.Answer), Today.AddDays(-days));
        return set;
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
