using FsCheck;
using FsCheck.Fluent;
using Mpuc.Host.Data;
using Mpuc.Host.Training;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Training;

/// <summary>A batch in parts: the same recordings, windows and lengths, each once, with rows that lead back.</summary>
public class MicroBatchesTests
{
    private const int Views = 3;

    [Test]
    public void Parts_hold_every_recording_once_in_order_and_differ_by_one_at_most() => Prop.ForAll(
        Gen.Choose(1, 12).ToArbitrary(), Gen.Choose(1, 15).ToArbitrary(), (recordings, parts) =>
        {
            using var scope = NewDisposeScope();
            using var batch = Batch(recordings);
            var sizes = MicroBatches.Split(batch, parts).Select(part => part.RecordingIds.Count).ToList();
            return MicroBatches.Split(batch, parts).SelectMany(part => part.RecordingIds).SequenceEqual(batch.RecordingIds)
                && sizes.Count == Math.Min(parts, recordings) && sizes.Max() - sizes.Min() <= 1;
        }).HoldsForAll();

    [Test]
    public void Every_window_is_in_one_part_and_its_row_leads_back_to_its_row_of_the_batch() => Prop.ForAll(
        Gen.Choose(1, 9).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (recordings, parts) =>
        {
            using var scope = NewDisposeScope();
            using var batch = Batch(recordings);
            var found = new SortedDictionary<long, (float, long)>();
            foreach (var part in MicroBatches.Split(batch, parts))
            {
                var windows = part.Modalities["audio"];
                foreach (var (place, row) in MicroBatches.WholeRows(batch, part, windows.Rows).Index())
                {
                    found.Add(row, Window(windows, place));
                }
            }

            var whole = batch.Modalities["audio"];
            return found.Keys.SequenceEqual(whole.Rows)
                && found.Values.SequenceEqual(whole.Rows.Select((_, place) => Window(whole, place)));
        }).HoldsForAll();

    [Test]
    public void A_parts_rows_count_its_own_recordings_view_by_view()
    {
        using var scope = NewDisposeScope();
        using var batch = Batch(5);

        // Of five recordings, 2 and 4 lack text; the second part holds recordings 2, 3 and 4.
        var part = MicroBatches.Split(batch, 2)[1];

        Assert.That(part.RecordingIds, Is.EqualTo(new[] { "r2", "r3", "r4" }));
        Assert.That(part.Views, Is.EqualTo(Views));
        Assert.That(part.Modalities["text"].Rows, Is.EqualTo(new long[] { 1, 4, 7 }));
        Assert.That(MicroBatches.WholeRows(batch, part, part.Modalities["text"].Rows), Is.EqualTo(new long[] { 3, 8, 13 }));
    }

    [Test]
    public void A_part_whose_recordings_lack_a_modality_has_it_without_rows()
    {
        using var scope = NewDisposeScope();
        using var batch = Batch(3);

        var text = MicroBatches.Split(batch, 3)[2].Modalities["text"];

        Assert.That(text.Rows, Is.Empty);
        Assert.That(text.Values.shape[0], Is.Zero);
        Assert.That(text.Lengths.shape[0], Is.Zero);
    }

    [TestCase(0)]
    [TestCase(-3)]
    public void Fewer_than_one_part_is_one(int parts)
    {
        using var scope = NewDisposeScope();
        using var batch = Batch(4);

        Assert.That(MicroBatches.Split(batch, parts).Single().RecordingIds, Is.EqualTo(batch.RecordingIds));
    }

    private static WindowBatch Batch(int recordings)
    {
        var batch = new FakeModalities(views: Views) { Lacks = (name, id) => name == "text" && id > 0 && id % 2 == 0 }
            .Batch([.. Enumerable.Range(0, recordings)]);

        // Lengths that tell windows apart.
        foreach (var windows in batch.Modalities.Values)
        {
            windows.Lengths.copy_(arange(windows.Rows.Count) + 1);
        }

        return batch;
    }

    private static (float First, long Length) Window(ModalityBatch windows, int place) =>
        (windows.Values[place].flatten()[0].item<float>(), windows.Lengths[place].item<long>());
}
