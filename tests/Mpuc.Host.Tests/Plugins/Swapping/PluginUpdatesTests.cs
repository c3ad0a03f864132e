using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Swapping;

namespace Mpuc.Host.Tests.Plugins.Swapping;

/// <summary>When changes of plugin folders are noticed.</summary>
public sealed class PluginUpdatesTests
{
    private PluginSandbox _sandbox = null!;
    private PluginCatalog _catalog = null!;
    private SteppedClock _clock = null!;
    private PluginUpdates _updates = null!;

    [SetUp]
    public void Watch()
    {
        _sandbox = new PluginSandbox();
        _sandbox.AddGood();
        _catalog = _sandbox.Discover();
        (_clock, _updates) = (new SteppedClock(), null!);
        _updates = new PluginUpdates(_catalog, _clock);
    }

    [TearDown]
    public void DeleteSandbox()
    {
        _catalog.Dispose();
        _sandbox.Dispose();
    }

    [Test]
    public void Nothing_is_pending_where_nothing_changes() => Assert.That(Look(5), Is.All.False);

    [Test]
    public void A_change_is_pending_once_the_folders_have_been_still()
    {
        Look(2);
        _sandbox.Add("More", "extra/Extra.dll");
        Assert.That(Look(3), Is.EqualTo(new[] { false, true, true }), "the first look cannot know whether copying goes on");
    }

    [Test]
    public void Folders_are_not_looked_at_more_often_than_the_interval()
    {
        Look(1);
        _sandbox.Add("More", "extra/Extra.dll");
        _clock.Step = TimeSpan.Zero;
        Assert.That(Look(10), Is.All.False);
    }

    [Test]
    public void What_was_found_is_not_pending_again()
    {
        _sandbox.Add("More", "extra/Extra.dll");
        Look(2);
        using var update = _updates.Find();
        Assert.That(update, Is.Not.Null);
        Assert.That(Look(3), Is.All.False, "also where the update was not accepted");
    }

    [TestCase("another length")]
    [TestCase("tone")]
    public void A_file_that_is_written_anew_is_a_change(string text)
    {
        var path = Path.Combine(_sandbox.Root, "Good", "file.txt");
        File.WriteAllText(path, "Tone");
        var before = FolderStamp.Of([_sandbox.Root]);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddSeconds(2));
        Assert.That(FolderStamp.Of([_sandbox.Root]), Is.Not.EqualTo(before));
    }

    [Test, Platform("Linux")]
    public void A_link_that_leads_elsewhere_is_a_change()
    {
        var versions = Directory.CreateDirectory(Path.Combine(_sandbox.Root, ".versions")).FullName;
        var (one, two) = (Directory.CreateDirectory(Path.Combine(versions, "1")), Directory.CreateDirectory(Path.Combine(versions, "2")));
        var link = Path.Combine(_sandbox.Root, "Linked");
        Directory.CreateSymbolicLink(link, one.FullName);
        var before = FolderStamp.Of([_sandbox.Root]);
        Directory.Delete(link);
        Directory.CreateSymbolicLink(link, two.FullName);
        Assert.That(FolderStamp.Of([_sandbox.Root]), Is.Not.EqualTo(before));
    }

    [Test]
    public void A_folder_that_is_gone_has_a_stamp_all_the_same() =>
        Assert.That(FolderStamp.Of([Path.Combine(_sandbox.Root, "nowhere")]), Is.EqualTo(FolderStamp.Of([])));

    private bool[] Look(int times) => [.. Enumerable.Range(0, times).Select(_ => _updates.ArePending())];
}
