using Mpuc.Weights.Npm;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Mpuc.Weights.Tests.Npm;

public sealed class FolderLockTests : ILogEventSink
{
    private readonly List<string> _logged = [];
    private TemporaryFolder _folder = null!;

    private ILogger Log => new LoggerConfiguration().WriteTo.Sink(this).CreateLogger();

    [SetUp]
    public void CreateFolder()
    {
        _folder = new TemporaryFolder();
        _logged.Clear();
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_free_folder_is_taken_at_once_and_made_if_need_be()
    {
        using (FolderLock.Take(_folder.File("a/b"), TimeSpan.Zero, Log))
        {
            Assert.That(_folder.File("a/b"), Does.Exist);
        }

        FolderLock.Take(_folder.File("a/b"), TimeSpan.Zero, Log).Dispose();
        Assert.That(_logged, Is.Empty);
    }

    [Test]
    public void A_folder_that_stays_taken_is_given_up_with_its_name()
    {
        using var taken = FolderLock.Take(_folder.Path, TimeSpan.Zero, Log);
        Assert.That(
            () => FolderLock.Take(_folder.Path, TimeSpan.FromMilliseconds(150), Log),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"Another process has held {_folder.File(".lock")} for more than"));
        Assert.That(_logged, Is.EqualTo(new[] { "Waiting for another process that fetches weights" }), "said once, not at every try");
    }

    [Test]
    public void A_folder_that_is_given_free_is_taken_by_who_waits()
    {
        var taken = FolderLock.Take(_folder.Path, TimeSpan.Zero, Log);
        var waiting = Task.Run(() => FolderLock.Take(_folder.Path, TimeSpan.FromMinutes(5), Log));
        Assert.That(() => { lock (_logged) { return _logged.Count; } }, Is.EqualTo(1).After(60_000, 10), "it waits");
        Assert.That(waiting.IsCompleted, Is.False);
        taken.Dispose();
        waiting.GetAwaiter().GetResult().Dispose();
    }

    [Test]
    public void A_folder_that_cannot_be_made_is_no_reason_to_wait()
    {
        File.WriteAllText(_folder.File("file"), string.Empty);
        Assert.That(() => FolderLock.Take(_folder.File("file/sub"), TimeSpan.FromHours(1), Log), Throws.InstanceOf<IOException>());
    }

    void ILogEventSink.Emit(LogEvent logEvent)
    {
        lock (_logged)
        {
            _logged.Add(logEvent.RenderMessage());
        }
    }
}
