using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;

namespace Mpuc.Host.Tests.Data.Sequences;

public sealed class SequenceMemoryTests
{
    private const int BytesEach = 10 * sizeof(float);

    private TestSet _set = null!;
    private List<UnlabelledRecording> _recordings = null!;

    [SetUp]
    public void MakeSet()
    {
        _set = new TestSet();
        foreach (var id in Enumerable.Range(0, 6))
        {
            _set.WriteCounting($"r{id}", "x", frames: 10, from: 100 * id);
        }

        _recordings = [.. Enumerable.Range(0, 6).Select(id => _set.Recording($"r{id}", "g", "x"))];
    }

    [TearDown]
    public void DeleteSet() => _set.Dispose();

    [TestCase(0, 0)]
    [TestCase(BytesEach - 1, 0)]
    [TestCase(BytesEach, 1)]
    [TestCase((3 * BytesEach) + 7, 3)]
    [TestCase(1_000_000, 6)]
    public void As_many_sequences_are_kept_as_fit_and_all_are_read_alike(long limit, int kept)
    {
        var modality = TestSet.Modality("x", new NumbersEncoder(2), Normalization.Training);
        using var plain = SequenceStore.ForTraining(_set.Stage(_recordings), [modality], _set.Options);
        using var limited = SequenceStore.ForTraining(_set.Stage(_recordings), [modality], _set.Options);
        limited.KeepInMemory(limit);

        foreach (var recording in _recordings.Concat(_recordings))
        {
            using var expected = plain.Read(recording, modality);
            using var actual = limited.Read(recording, modality);
            Assert.That(actual!.Values.data<float>().ToArray(), Is.EqualTo(expected!.Values.data<float>().ToArray()));
            Assert.That(actual.FrameRate, Is.EqualTo(expected.FrameRate));
        }

        Assert.That((plain.MemoryUsed, limited.MemoryUsed), Is.EqualTo((0, kept * BytesEach)));
    }

    [Test]
    public void What_is_kept_needs_no_file_and_outlives_what_readers_dispose()
    {
        var modality = TestSet.Modality("x", new NumbersEncoder(2));
        using var store = SequenceStore.ForTraining(_set.Stage(_recordings), [modality], _set.Options);
        store.KeepInMemory(BytesEach);
        store.Read(_recordings[0], modality)!.Dispose();
        store.Read(_recordings[0], modality)!.Dispose();
        Directory.Delete(Path.Combine(_set.CacheFolder, "sequences"), recursive: true);

        using var kept = store.Read(_recordings[0], modality);
        Assert.That(kept!.Values.data<float>().ToArray(), Is.EqualTo(Enumerable.Range(0, 10)));
        Assert.That(() => store.Read(_recordings[1], modality), Throws.TypeOf<MpucException>());
    }

    [Test]
    public void Several_threads_never_exceed_the_limit()
    {
        var modality = TestSet.Modality("x", new NumbersEncoder(2));
        using var store = SequenceStore.ForTraining(_set.Stage(_recordings), [modality], _set.Options);
        store.KeepInMemory(4 * BytesEach);
        Parallel.For(0, 200, index => store.Read(_recordings[index % 6], modality)!.Dispose());
        foreach (var recording in _recordings)
        {
            store.Read(recording, modality)!.Dispose();
        }

        Assert.That(store.MemoryUsed, Is.EqualTo(4 * BytesEach));
    }

    [Test]
    public void A_recording_that_the_store_was_not_opened_for_stays_refused()
    {
        var modality = TestSet.Modality("x", new NumbersEncoder(2));
        using var store = SequenceStore.ForTraining(_set.Stage(_recordings.Take(5)), [modality], _set.Options);
        store.KeepInMemory(1000);
        Assert.That(() => store.Read(_recordings[5], modality), Throws.InvalidOperationException);
    }
}
