using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;

namespace Mpuc.Host.Tests.Data.Sequences;

public class SequenceLoadingTests
{
    private TestSet _set = null!;
    private List<UnlabelledRecording> _recordings = null!;

    [SetUp]
    public void MakeSet()
    {
        _set = new TestSet();
        _recordings = _set.CountingRecordings(24);
    }

    [TearDown]
    public void DeleteSet() => _set.Dispose();

    [Test]
    public void No_more_recordings_are_read_at_once_than_there_are_workers([Values(1, 3)] int workers)
    {
        var (reading, most, gate) = (0, 0, new Lock());
        var encoder = new NumbersEncoder(1)
        {
            OnRead = _ =>
            {
                lock (gate)
                {
                    most = Math.Max(most, ++reading);
                }

                Thread.Sleep(2);
                lock (gate)
                {
                    reading--;
                }
            },
        };
        SequenceStore.ForTraining(
            _set.Stage(_recordings), [TestSet.Modality("x", encoder)], _set.Options with { Workers = workers }).Dispose();
        Assert.That(most, Is.InRange(1, workers));
    }

    [Test]
    public void What_was_read_before_a_failure_is_kept_for_the_next_attempt()
    {
        var failing = new NumbersEncoder(1)
        {
            OnRead = source => _ = source.Path.EndsWith("r20.x", StringComparison.Ordinal) ? throw new MpucException("bad") : 0,
        };
        var options = _set.Options with { Workers = 1 };
        Assert.That(
            () => SequenceStore.ForTraining(_set.Stage(_recordings), [TestSet.Modality("x", failing)], options),
            Throws.TypeOf<MpucException>());
        var healthy = new NumbersEncoder(1);
        SequenceStore.ForTraining(_set.Stage(_recordings), [TestSet.Modality("x", healthy)], options).Dispose();
        Assert.That(healthy.Reads, Is.EqualTo(4), "r20 to r23");
    }

    [Test]
    public void Several_threads_may_read_from_a_store_at_once()
    {
        var modality = TestSet.Modality("x", new CenteringEncoder(1), Normalization.Training);
        using var store = SequenceStore.ForTraining(_set.Stage(_recordings), [modality], _set.Options);
        var expected = _recordings.Select(Values).ToList();
        Parallel.For(
            0,
            200,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            i => Assert.That(Values(_recordings[i % 24]), Is.EqualTo(expected[i % 24])));

        float[] Values(UnlabelledRecording recording)
        {
            using var sequence = store.Read(recording, modality)!;
            return sequence.Values.data<float>().ToArray();
        }
    }

    [Test]
    public void Two_modalities_of_one_kind_share_the_cache_entries_of_the_same_sources()
    {
        var (first, second) = (new NumbersEncoder(1), new NumbersEncoder(1));
        SequenceStore.ForTraining(_set.Stage(_recordings), [TestSet.Modality("x", first)], _set.Options).Dispose();
        var renamed = _recordings.Select(
            recording => recording with { Sources = new Dictionary<string, ModalitySource> { ["y"] = recording.Sources["x"] } });
        SequenceStore.ForTraining(_set.Stage(renamed), [TestSet.Modality("y", second)], _set.Options).Dispose();
        Assert.That((first.Reads, second.Reads), Is.EqualTo((24, 0)));
    }
}
