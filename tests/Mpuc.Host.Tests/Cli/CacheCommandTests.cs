using System.Text.Json.Nodes;
using Mpuc.Host.Cli;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Cache;

namespace Mpuc.Host.Tests.Cli;

public sealed class CacheCommandTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Fill()
    {
        _folder = new TemporaryFolder();
        foreach (var digit in "ab")
        {
            var path = Path.Combine(_folder.Path, "sequences", new string(digit, 2), $"{new string(digit, 64)}.seq");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, new byte[786432]);
            File.SetLastWriteTimeUtc(path, new DateTime(2026, 3, digit - 'a' + 1, 14, 30, 0, DateTimeKind.Utc));
        }
    }

    [TearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void People_read_where_the_cache_is_and_what_it_takes() => Assert.That(
        Run("show", "--cache", _folder.Path),
        Is.EqualTo(
            (
                0,
                $"{_folder.Path}: 2 sequences, 1.5 MiB, the oldest not used since 2026-03-01 14:30 UTC{Environment.NewLine}",
                string.Empty)));

    [Test]
    public void Programs_read_JSON()
    {
        var json = JsonNode.Parse(Run("show", "--json", "--cache", _folder.Path).Output)!;
        Assert.That(
            ((string)json["folder"]!, (int)json["sequences"]!, (long)json["bytes"]!, (DateTime)json["longestUnused"]!),
            Is.EqualTo((_folder.Path, 2, 1572864L, new DateTime(2026, 3, 1, 14, 30, 0, DateTimeKind.Utc))));
    }

    [Test]
    public void A_cache_that_is_not_there_is_empty()
    {
        var missing = _folder.File("missing");
        Assert.That(Run("show", "--cache", missing).Output.Trim(), Is.EqualTo($"{missing}: 0 sequences, 0 MiB"));
        Assert.That((string?)JsonNode.Parse(Run("show", "--json", "--cache", missing).Output)!["longestUnused"], Is.Null);
        Assert.That(Run("clear", "--cache", missing).Output.Trim(), Is.EqualTo($"{missing}: deleted 0 sequences, 0 MiB"));
        Assert.That(Directory.Exists(missing), Is.False);
    }

    [Test]
    public void Clearing_deletes_sequences_synthetic_sets_and_hashes_and_nothing_else()
    {
        var weights = Directory.CreateDirectory(_folder.File("weights")).FullName;
        File.WriteAllBytes(_folder.File("hashes.tsv"), new byte[262144]);
        WriteSet();
        var contents = "2 sequences, 1 synthetic set, hashes of files, 2 MiB, the oldest not used since 2026-02-01 08:00 UTC";
        Assert.That(Run("show", "--cache", _folder.Path).Output.Trim(), Is.EqualTo($"{_folder.Path}: {contents}"));
        var json = JsonNode.Parse(Run("show", "--json", "--cache", _folder.Path).Output)!;
        Assert.That(((int)json["syntheticSets"]!, (long)json["hashBytes"]!, (long)json["bytes"]!), Is.EqualTo((1, 262144L, 2097152L)));
        Assert.That(
            Run("clear", "--cache", _folder.Path),
            Is.EqualTo((0, $"{_folder.Path}: deleted {contents}{Environment.NewLine}", string.Empty)));
        Assert.That(
            Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories), Is.EqualTo(new[] { _folder.File("sequences.lock") }));
        Assert.That(Directory.Exists(weights), Is.True);
    }

    [Test]
    public void A_synthetic_set_that_a_run_has_read_is_not_cleared_though_the_rest_is()
    {
        var set = WriteSet();
        using (new FileStream(Path.Combine(set, "answer.json"), FileMode.Open, FileAccess.Read, FileShare.Read))
        {
            var (code, output, error) = Run("clear", "--cache", _folder.Path);
            Assert.That((code, output), Is.EqualTo((1, string.Empty)));
            Assert.That(
                error,
                Does.StartWith(
                    $"{_folder.Path}: in use, or not ours to delete, and so still there: 0 sequences, 1 synthetic set, 0.3 MiB, the "
                        + "oldest"));
        }

        Assert.That(Run("clear", "--cache", _folder.Path).Code, Is.Zero);
        Assert.That(Directory.Exists(set), Is.False);
    }

    [Test]
    public void A_cache_in_use_is_not_cleared()
    {
        using (OpenCache.Of(new DataOptions { Cache = _folder.Path }))
        {
            var (code, output, error) = Run("clear", "--cache", _folder.Path);
            Assert.That((code, output), Is.EqualTo((1, string.Empty)));
            Assert.That(
                error.Trim(), Is.EqualTo($"{_folder.Path} is in use by a run, or may not be written; try again when the run has ended."));
        }

        Assert.That(Run("show", "--cache", _folder.Path).Output, Does.Contain("2 sequences"));
    }

    private string WriteSet()
    {
        var set = Directory.CreateDirectory(_folder.File("synthetic/0123456789abcdef")).FullName;
        var answer = Path.Combine(set, "answer.json");
        File.WriteAllBytes(answer, new byte[262144]);
        File.SetLastWriteTimeUtc(answer, new DateTime(2026, 2, 1, 8, 0, 0, DateTimeKind.Utc));
        return set;
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var root = MpucCommandLine.Create(CacheCommand.Create());
        var code = MpucCommandLine.RunAsync(root, ["cache", .. arguments], output, error, CancellationToken.None).GetAwaiter().GetResult();
        return (code, output.ToString(), error.ToString());
    }
}
