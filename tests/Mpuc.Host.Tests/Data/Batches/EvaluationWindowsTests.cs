using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Tests.Data.Sequences;

namespace Mpuc.Host.Tests.Data.Batches;

public class EvaluationWindowsTests
{
    private TestSet _set = null!;
    private SequenceStore _store = null!;
    private List<UnlabelledRecording> _recordings = null!;

    [OneTimeSetUp]
    public void OpenStore()
    {
        _set = new TestSet();
        _recordings = [.. Enumerable.Range(0, 7).Select(i =>
        {
            _set.WriteCounting($"r{i}", "x", 40, 1000 * i);
            return _set.Recording($"r{i}", "g", "x");
        })];
        _store = SequenceStore.ForTraining(_set.Stage(_recordings), [TestSet.Modality("x", new NumbersEncoder(10))], _set.Options);
    }

    [OneTimeTearDown]
    public void CloseStore()
    {
        _store.Dispose();
        _set.Dispose();
    }

    [Test]
    public void Recordings_come_in_order_with_one_centred_window_each()
    {
        var (ids, firsts) = Read(windows: 1);
        Assert.That(ids, Is.EqualTo(_recordings.Select(recording => recording.Id)));
        Assert.That(firsts, Is.EqualTo(Enumerable.Range(0, 7).Select(i => (1000f * i) + 15)));
    }

    [Test]
    public void Several_windows_are_the_views_of_the_batch()
    {
        var (_, firsts) = Read(windows: 3);
        Assert.That(
            firsts[..9], Is.EqualTo(new float[] { 0, 1000, 2000, 15, 1015, 2015, 30, 1030, 2030 }), "view by view: start, middle, end");
    }

    [Test]
    public void A_last_batch_of_one_stays() => Assert.That(
        new EvaluationWindows(_recordings, _store, _store.Modalities, 1, 1, 3).Batches().Select(
            batch => { using (batch) { return batch.RecordingIds.Count; } }),
        Is.EqualTo(new[] { 3, 3, 1 }));

    private (List<string> Ids, float[] Firsts) Read(int windows)
    {
        var (ids, firsts) = (new List<string>(), new List<float>());
        foreach (var batch in new EvaluationWindows(_recordings, _store, _store.Modalities, 1, windows, 3, workers: 2).Batches())
        {
            using (batch)
            {
                ids.AddRange(batch.RecordingIds);
                firsts.AddRange(batch.Modalities["x"].Values.flatten(1).select(1, 0).data<float>().ToArray());
            }
        }

        return (ids, [.. firsts]);
    }
}
