using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;

namespace Mpuc.Host.Tests.Data.Sequences;

/// <summary>
/// Recordings whose sources hold nothing of a modality, and those that cannot be read where the configuration lets them lack it.
/// </summary>
public class UnreadableRecordingsTests
{
    private TestSet _set = null!;
    private List<UnlabelledRecording> _recordings = null!;

    [SetUp]
    public void MakeSet()
    {
        _set = new TestSet();
        _recordings = _set.CountingRecordings(6);
    }

    [TearDown]
    public void DeleteSet() => _set.Dispose();

    [Test]
    public void They_lack_the_modality_and_are_counted_with_the_firsts_error()
    {
        using var store = Open(allowsUnreadable: true, "r4", "r1");
        Assert.That(
            _recordings.Where(recording => store.Duration(recording, store.Modalities[0]) is null).Select(recording => recording.Id),
            Is.EqualTo(new[] { "r1", "r4" }));
        Assert.That(
            store.Warnings,
            Is.EqualTo(new[] { "2 recordings cannot be read and lack the modality 'x', such as: Recording 'r1', modality 'x': no face." }));
        Assert.That(store.Read(_recordings[1], store.Modalities[0]), Is.Null);
    }

    [Test]
    public void Otherwise_the_first_of_them_is_an_error() => Assert.That(
        () => Open(allowsUnreadable: false, "r4", "r1"),
        Throws.TypeOf<MpucException>().With.Message.EqualTo("Recording 'r1', modality 'x': no face."));

    [Test]
    public void Where_none_can_be_read_the_first_error_stands_for_all() => Assert.That(
        () => Open(allowsUnreadable: true, "r0", "r1", "r2", "r3", "r4", "r5"),
        Throws.TypeOf<MpucException>().With.Message.EqualTo("Recording 'r0', modality 'x': no face."));

    [Test]
    public void Sources_that_hold_nothing_of_the_modality_lack_it_whatever_the_configuration_says([Values] bool allowsUnreadable)
    {
        using var store = Open(allowsUnreadable, Lacking("r4", "r1"));
        Assert.That(
            _recordings.Where(recording => store.Duration(recording, store.Modalities[0]) is null).Select(recording => recording.Id),
            Is.EqualTo(new[] { "r1", "r4" }));
        Assert.That(
            store.Warnings, Is.EqualTo(new[] { "2 recordings lack the modality 'x', such as: Recording 'r1', modality 'x': no sound." }));
    }

    [Test]
    public void Both_reasons_are_told_apart()
    {
        using var store = Open(allowsUnreadable: true, source => Lacking("r1")(source) ?? Unreadable("r2")(source));
        Assert.That(store.Warnings, Is.EqualTo(new[]
        {
            "1 recordings cannot be read and lack the modality 'x', such as: Recording 'r2', modality 'x': no face.",
            "1 recordings lack the modality 'x', such as: Recording 'r1', modality 'x': no sound.",
        }));
    }

    [Test]
    public void A_training_in_which_no_source_holds_anything_of_the_modality_is_refused_even_if_others_do()
    {
        var encoder = new NumbersEncoder(1) { OnRead = Throwing(Lacking("r0", "r1", "r2")) };
        Assert.That(
            () => SequenceStore.ForTraining(_set.Stage(_recordings[..3], _recordings[3..]), [TestSet.Modality("x", encoder)], _set.Options),
            Throws.TypeOf<MpucException>().With.Message.EqualTo("Recording 'r0', modality 'x': no sound."));
    }

    [Test]
    public void Recordings_that_are_read_later_may_all_lack_the_modality()
    {
        using var training = Open(allowsUnreadable: false);
        var encoder = new NumbersEncoder(1) { OnRead = Throwing(Lacking("r7")) };
        _set.WriteCounting("r7", "x", 5, 70);
        var silent = _set.Recording("r7", "g", "x");
        using var store = SequenceStore.ForEvaluation([silent], [TestSet.Modality("x", encoder)], training.Statistics, _set.Options);
        Assert.That((store.Duration(silent, store.Modalities[0]), store.Warnings.Count), Is.EqualTo((default(double?), 1)));
    }

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
        Open(allowsUnreadable: true, Unreadable("r1"), progress).Dispose();
        Assert.That(progress.Reports, Is.EqualTo(6));
    }

    private static Func<ModalitySource, MpucException?> Unreadable(params string[] ids) =>
        source => ids.Contains(Path.GetFileNameWithoutExtension(source.Path)) ? new MpucException("no face.") : null;

    private static Func<ModalitySource, MpucException?> Lacking(params string[] ids) =>
        source =>
            ids.Contains(Path.GetFileNameWithoutExtension(source.Path))
                ? new MpucException("no sound.") { IsMissingModality = true }
                : null;

    private static Action<ModalitySource> Throwing(Func<ModalitySource, MpucException?> error) =>
        source => _ = error(source) is { } thrown ? throw thrown : 0;

    private SequenceStore Open(bool allowsUnreadable, params string[] unreadable) => Open(allowsUnreadable, Unreadable(unreadable));

    private SequenceStore Open(
        bool allowsUnreadable, Func<ModalitySource, MpucException?> error, IProgress<ReadingProgress>? progress = null)
    {
        var encoder = new NumbersEncoder(1) { OnRead = Throwing(error) };
        return SequenceStore.ForTraining(
            _set.Stage(_recordings), [TestSet.Modality("x", encoder, allowsUnreadable: allowsUnreadable)], _set.Options, progress);
    }

    private sealed class CountedProgress : IProgress<ReadingProgress>
    {
        private int _reports;

        public int Reports => _reports;

        public void Report(ReadingProgress value) => Interlocked.Increment(ref _reports);
    }
}
