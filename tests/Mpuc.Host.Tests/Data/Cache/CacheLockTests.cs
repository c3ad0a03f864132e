using System.Diagnostics;
using Mpuc.Host.Data.Cache;

namespace Mpuc.Host.Tests.Data.Cache;

public class CacheLockTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    private string Cache => _folder.File("cache");

    [Test]
    public void Any_number_may_read_and_none_delete_meanwhile()
    {
        var (first, second) = (CacheLock.Share(Cache), CacheLock.Share(Cache));
        Assert.That(new[] { first, second }, Has.All.Not.Null);
        Assert.That(CacheLock.TryOwn(Cache), Is.Null);
        first!.Dispose();
        Assert.That(CacheLock.TryOwn(Cache), Is.Null, "the second still reads");
        second!.Dispose();
        using var owned = CacheLock.TryOwn(Cache);
        Assert.That(owned, Is.Not.Null);
        Assert.That(CacheLock.TryOwn(Cache), Is.Null, "one at a time");
    }

    [Test]
    public async Task Readers_wait_for_one_who_deletes()
    {
        Directory.CreateDirectory(Cache);
        var owned = CacheLock.TryOwn(Cache)!;
        var reader = Task.Run(() => CacheLock.Share(Cache));
        Assert.That(reader.IsCompleted, Is.False);
        owned.Dispose();
        using var shared = await reader;
        Assert.That(shared, Is.Not.Null);
    }

    [TestCase("--shared", 0)]
    [TestCase("--exclusive", 1)]
    public void Other_processes_are_told(string kind, int expected)
    {
        using var shared = CacheLock.Share(Cache);
        using var other = Process.Start("flock", [kind, "--nonblock", Path.Combine(Cache, "sequences.lock"), "true"]);
        other.WaitForExit();
        Assert.That(other.ExitCode, Is.EqualTo(expected));
    }

    [Test]
    public void Nobody_deletes_where_nothing_can_be_written()
    {
        File.WriteAllText(Cache, "a file where the folder would be");
        Assert.That(CacheLock.Share(Cache), Is.Null);
        Assert.That(CacheLock.TryOwn(Cache), Is.Null);
        Assert.That(CacheLock.TryOwn(_folder.File("missing")), Is.Null);
    }
}
