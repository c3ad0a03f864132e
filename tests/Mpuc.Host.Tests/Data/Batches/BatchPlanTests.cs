using FsCheck;
using FsCheck.Fluent;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;

namespace Mpuc.Host.Tests.Data.Batches;

public class BatchPlanTests
{
    [TestCase(10, 5, new[] { 5, 5 })]
    [TestCase(12, 5, new[] { 5, 5, 2 })]
    [TestCase(11, 5, new[] { 5, 6 })]
    [TestCase(3, 5, new[] { 3 })]
    [TestCase(1, 5, new[] { 1 })]
    [TestCase(3, 2, new[] { 3 })]
    [TestCase(3, 1, new[] { 1, 1, 1 })]
    public void A_last_batch_of_one_joins_the_one_before(int recordings, int batchSize, int[] sizes) =>
        Assert.That(BatchPlan.Chunk(Recordings(recordings), batchSize).Select(batch => batch.Count), Is.EqualTo(sizes));

    [Test]
    public void A_batch_size_below_1_is_refused() =>
        Assert.That(() => BatchPlan.Count(5, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Every_recording_is_in_one_batch_and_no_batch_but_an_only_one_has_one() => Prop.ForAll(
        Gen.Choose(1, 200).ToArbitrary(), Gen.Choose(2, 70).ToArbitrary(), (recordings, batchSize) =>
    {
        var all = Recordings(recordings);
        var batches = BatchPlan.Chunk(all, batchSize).ToList();
        return batches.SelectMany(batch => batch).SequenceEqual(all)
            && batches.Count == BatchPlan.Count(recordings, batchSize)
            && (recordings == 1 || batches.All(batch => batch.Count >= 2 && batch.Count <= batchSize + 1));
    }).HoldsForAll();

    private static List<UnlabelledRecording> Recordings(int count) =>
        [
            .. Enumerable.Range(0, count)
                .Select(i => new UnlabelledRecording($"{i}", string.Empty, new Dictionary<string, ModalitySource>())),
        ];
}
