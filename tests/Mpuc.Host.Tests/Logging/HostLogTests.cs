using Mpuc.Host.Logging;
using Mpuc.Host.Tests.Training;
using Serilog.Events;

namespace Mpuc.Host.Tests.Logging;

internal sealed class HostLogTests
{
    private TemporaryFolder _folder = null!;
    private WarningSink _people = null!;
    private HostLog _log = null!;

    [SetUp]
    public void Open()
    {
        _folder = new TemporaryFolder();
        _people = new WarningSink(LogEventLevel.Verbose);
        _log = new HostLog(_people.Logger);
    }

    [TearDown]
    public void Close()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    private string Path => _folder.File("log.txt");

    private string[] Kept => [.. File.ReadAllLines(Path).Select(line => line[(line.IndexOf('[', StringComparison.Ordinal) + 6)..])];

    [Test]
    public void The_file_holds_everything_with_time_and_level_and_is_appended_to()
    {
        foreach (var message in new[] { "first", "second" })
        {
            using (_log.Keep(Path))
            {
                _log.Logger.Debug("the {Message:l}", message);
            }
        }

        Assert.That(
            File.ReadAllText(Path),
            Does.Match(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d\d:\d\d \[DBG\] the first\r?\n.* \[DBG\] the second\r?\n$"));
    }

    [Test]
    public void What_is_said_before_there_is_a_file_is_written_to_it_in_order()
    {
        _log.Logger.Information("before anything is kept");
        using (var file = _log.Keep())
        {
            _log.Logger.Information("early");
            file.Open(Path);
            _log.Logger.Information("late");
        }

        _log.Logger.Information("after");
        Assert.That(Kept, Is.EqualTo(new[] { "early", "late" }));
        Assert.That(_people.Messages, Is.EqualTo(new[] { "before anything is kept", "early", "late", "after" }));
    }

    [Test]
    public void A_preface_stands_at_the_beginning_of_every_run_that_begins_after_it()
    {
        using (_log.Precede())
        {
            _log.Logger.Debug("{Plugin:l} is loaded by {Loader}", "audio", new { Name = "me" });
            _log.Logger.Warning(new InvalidOperationException("no licence"), "a plugin complains");
        }

        _log.Logger.Information("between");
        foreach (var run in new[] { "first", "second" })
        {
            using var file = _log.Keep();
            _log.Logger.Information("{Run} run", run);
            file.Open(Path);
        }

        string[] preface = ["audio is loaded by { Name = me }", "a plugin complains"];
        Assert.That(
            Kept.Where(line => !line.Contains("no licence", StringComparison.Ordinal)),
            Is.EqualTo(preface.Append("first run").Concat(preface).Append("second run")));
        Assert.That(
            File.ReadAllText(Path),
            Does.Contain(
                $"[WRN] a plugin complains{Environment.NewLine}System.InvalidOperationException: no licence{Environment.NewLine}"));
    }

    [Test]
    public void A_later_preface_takes_the_place_of_an_earlier_one_and_what_is_kept_in_a_file_of_old_has_none()
    {
        foreach (var configuration in new[] { "first", "second" })
        {
            using var preface = _log.Precede();
            _log.Logger.Information("{Configuration:l} configuration", configuration);
        }

        using (_log.Keep(Path))
        {
            _log.Logger.Information("evaluated");
        }

        using (var file = _log.Keep())
        {
            file.Open(Path);
        }

        Assert.That(Kept, Is.EqualTo(new[] { "evaluated", "second configuration" }));
    }

    [Test]
    public void A_preface_keeps_no_plugin_in_memory()
    {
        var complaint = Complain();
        LiveTensors.Settled();
        Assert.That(complaint.IsAlive, Is.False);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        WeakReference Complain()
        {
            var exception = new InvalidOperationException("of a plugin");
            using (_log.Precede())
            {
                _log.Logger.Warning(exception, "said");
            }

            return new WeakReference(exception);
        }
    }

    [Test]
    public void A_file_that_is_never_opened_leaves_nothing()
    {
        using (_log.Keep())
        {
            _log.Logger.Information("said");
        }

        Assert.That(File.Exists(Path), Is.False);
    }

    [Test]
    public void Two_files_keep_the_same()
    {
        using (_log.Keep(_folder.File("other.txt")))
        using (_log.Keep(Path))
        {
            _log.Logger.Information("said");
        }

        Assert.That(File.ReadAllText(_folder.File("other.txt")), Does.EndWith($"said{Environment.NewLine}"));
        Assert.That(Kept, Is.EqualTo(new[] { "said" }));
    }

    [Test]
    public void A_plugin_that_never_stops_talking_fills_no_memory()
    {
        using (var file = _log.Keep())
        {
            for (var sentence = 0; sentence < 10_003; sentence++)
            {
                _log.Logger.Debug("blah {Number}", sentence);
            }

            file.Open(Path);
            _log.Logger.Information("on");
        }

        Assert.That(Kept, Has.Length.EqualTo(10_002));
        Assert.That(Kept[^3..], Is.EqualTo(new[] { "blah 9999", "Here 3 messages are left out.", "on" }));
    }

    [Test]
    public void Messages_of_many_threads_are_all_kept_before_the_file_is_opened_and_after()
    {
        using (var file = _log.Keep())
        {
            Parallel.For(0, 2000, number =>
            {
                if (number == 1000)
                {
                    file.Open(Path);
                }

                _log.Logger.Information("{Number}", number);
            });
        }

        Assert.That(Kept.Select(int.Parse), Is.EquivalentTo(Enumerable.Range(0, 2000)));
    }

    [Test]
    public void A_log_file_that_cannot_be_written_is_refused()
    {
        var file = _folder.File("missing/log.txt");
        Assert.That(() => _log.Keep(file), Throws.TypeOf<MpucException>().With.Message.StartsWith($"{file}: the log cannot be written; "));
    }
}
