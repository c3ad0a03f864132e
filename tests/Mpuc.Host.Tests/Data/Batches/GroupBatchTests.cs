using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Tests.Data.Sequences;

namespace Mpuc.Host.Tests.Data.Batches;

public class GroupBatchTests
{
    private TestSet _set = null!;
    private SequenceStore _store = null!;
    private List<UnlabelledRecording> _recordings = null!;

    // Groups of 7, 4 and 2 recordings, mixed.
    [OneTimeSetUp]
    public void OpenStore()
    {
        _set = new TestSet();
        _recordings = [.. Enumerable.Range(0, 13).Select(i =>
        {
            _set.WriteCounting($"r{i:00}", "x", 20, 100 * i);
            return _set.Recording($"r{i:00}", i < 2 ? "c" : i % 3 == 0 ? "b" : "a", ["x"]);
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
    public void A_batch_holds_recordings_of_one_group_and_an_epoch_every_recording_once()
    {
        var batches = Batches(epoch: 0);
        Assert.That(batches.Select(batch => batch.Select(GroupOf).Distinct().Count()), Is.All.EqualTo(1));
        Assert.That(batches.SelectMany(batch => batch), Is.EquivalentTo(_recordings.Select(recording => recording.Id)));
    }

    [Test]
    public void Every_groups_batches_are_as_large_as_may_be_and_none_has_one_recording() =>
        Assert.That(
            Batches(epoch: 0).Select(batch => (GroupOf(batch[0]), batch.Count)),
            Is.EquivalentTo(new[] { ("a", 3), ("a", 4), ("b", 4), ("c", 2) }));

    [Test]
    public void The_number_of_batches_is_known_beforehand() => Assert.That(Loader().BatchesPerEpoch, Is.EqualTo(Batches(epoch: 0).Count));

    [Test]
    public void Groups_come_in_another_order_in_other_epochs_and_in_the_same_again()
    {
        var orders = Enumerable.Range(0, 8).Select(epoch => string.Concat(Batches(epoch).Select(batch => GroupOf(batch[0])))).ToList();
        Assert.That(orders.Distinct().Count(), Is.GreaterThan(1));
        Assert.That(Batches(epoch: 3), Is.EqualTo(Batches(epoch: 3)));
    }

    [Test]
    public void Recordings_of_a_group_meet_others_in_other_epochs() =>
        Assert.That(
            Enumerable.Range(0, 8)
                .Select(epoch => string.Join(',', Batches(epoch).First(batch => batch is [_, _, _]).Order()))
                .Distinct()
                .Count(),
            Is.GreaterThan(1));

    private BatchLoader Loader() =>
        new(
            _recordings, _store, _store.Modalities, new WindowOptions { Seconds = 1, Views = 1 }, batchSize: 3, seed: 0,
            composition: BatchComposition.Group);

    private List<IReadOnlyList<string>> Batches(int epoch) => [.. Loader().Epoch(epoch).Select(batch =>
    {
        using (batch)
        {
            return batch.RecordingIds;
        }
    })];

    private string GroupOf(string id) => _recordings.First(recording => recording.Id == id).Group;
}
