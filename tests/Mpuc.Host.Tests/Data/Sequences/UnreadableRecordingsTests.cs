using Mpuc.Host.Data;

namespace Mpuc.Host.Tests.Data.Sequences;

/// <summary>Recordings that an encoder cannot read, where the configuration lets them lack the modality.</summary>
public class UnreadableRecordingsTests
{
    private TestSet _set = null!;
    private List<UnlabelledRecording> _recordings = null!;

    [SetUp]
    public void MakeSet()
    {
        _set = new TestSet();
        _recordings = [.. Enumerable.Range(0, 6).Select(i =>
        {
            _set.WriteCounting($"r{i}", "x", 5, 10 * i);
            return _set.Recording($"r{i}", "g", "x");
        })];
    }

    [TearDown]
    public void DeleteSet() => _set.Dispose();

    [Test]
    public void They_lack_the_modality_and_are_counted_with_the_firsts_error()
    {
        using var store = Open(allowsUnreadable: true, "r4", "r1");
        Assert.That(_recordings.Where(recording => store.Duration(recording, store.Modalities[0]) is null).Select(recording => recording.Id), Is.EqualTo(new[] { "r1", "r4" }));
        Assert.That(store.Warnings, Is.EqualTo(new[] { "2 recordings cannot be read and lack the modality 'x', such as: Recording 'r1', modality 'x': no face." }));
        Assert.That(store.Read(_recordings[1], store.Modalities[0]), Is.Null);
    }

    [Test]
    public void Otherwise_the_first_of_them_is_an_error() => Assert.That(
        () => Open(allowsUnreadable: false, "r4", "r1"), Throws.TypeOf<MpucException>().With.Message.EqualTo("Recording 'r1', modality 'x': no face."));

    [Test]
    public void Where_none_can_be_read_the_first_error_stands_for_all() => Assert.That(
        () => Open(allowsUnreadable: true, "r0", "r1", "r2", "r3", "r4", "r5"),
        Throws.TypeOf<MpucException>().With.Message.EqualTo("Recording 'r0', modality 'x': no face."));

    [Test]
    public void They_are_tried_again_by_the_next_run()
    {
        Open(allowsUnreadable: true, "r2").Dispose();
        using var store = Open(allowsUnreadable: true);
        Assert.That(store.Warnings, Is.Empty);
        Assert.That(store.Duration(_recordings[2], store.Modalities[0]), Is.EqualTo(5));
    }

    [Test]
    public void Every_recording_counts_in_the_progress()
    {
        var progress = new CountedProgress();
        Open(true, progress, "r1").Dispose();
        Assert.That(progress.Reports, Is.EqualTo(6));
    }

    private SequenceStore Open(bool allowsUnreadable, params string[] unreadable) => Open(allowsUnreadable, null, unreadable);

    private SequenceStore Open(bool allowsUnreadable, IProgress<ReadingProgress>? progress, params string[] unreadable)
    {
        var encoder = new NumbersEncoder(1)
        {
            OnRead = source => _ = unreadable.Contains(Path.GetFileNameWithoutExtension(source.Path)) ? throw new MpucException("no face.") : 0,
        };
        return SequenceStore.ForTraining(_set.Stage(_recordings), [TestSet.Modality("x", encoder, allowsUnreadable: allowsUnreadable)], _set.Options, progress);
    }

    private sealed class CountedProgress : IProgress<ReadingProgress>
    {
        private int _reports;

        public int Reports => _reports;

        public void Report(ReadingProgress value) => Interlocked.Increment(ref _reports);
    }
}
