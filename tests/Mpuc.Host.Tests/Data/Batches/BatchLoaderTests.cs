using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Tests.Data.Sequences;
using TorchSharp;

namespace Mpuc.Host.Tests.Data.Batches;

public class BatchLoaderTests
{
    private static readonly WindowOptions Window = new() { Seconds = 1, Views = 2 };

    private TestSet _set = null!;
    private SequenceStore _store = null!;
    private List<UnlabelledRecording> _recordings = null!;

    // The frames of recording i count up from 1000 i, so every value says where it comes from. Every third recording lacks 'y'.
    [OneTimeSetUp]
    public void OpenStore()
    {
        _set = new TestSet();
        _recordings = [.. Enumerable.Range(0, 11).Select(i =>
        {
            _set.WriteCounting($"r{i}", "x", 40 + i, 1000 * i);
            _set.WriteCounting($"r{i}", "y", 20, 1000 * i);
            return _set.Recording($"r{i}", "g", i % 3 == 0 ? ["x"] : ["x", "y"]);
        })];
        _store = SequenceStore.ForTraining(
            _set.Stage(_recordings),
            [TestSet.Modality("x", new NumbersEncoder(10)), TestSet.Modality("y", new NumbersEncoder(5))],
            _set.Options);
    }

    [OneTimeTearDown]
    public void CloseStore()
    {
        _store.Dispose();
        _set.Dispose();
    }

    [Test]
    public void An_epoch_has_every_recording_once_and_the_last_batch_of_one_joins_the_one_before()
    {
        var loader = Loader(batchSize: 5);
        var batches = Summaries(loader, 0);
        Assert.That(batches.Select(batch => batch.Ids.Count), Is.EqualTo(new[] { 5, 6 }));
        Assert.That(loader.BatchesPerEpoch, Is.EqualTo(2));
        Assert.That(batches.SelectMany(batch => batch.Ids), Is.EquivalentTo(_recordings.Select(recording => recording.Id)));
    }

    [Test]
    public void Rows_are_numbered_view_by_view_and_say_which_recordings_are_there()
    {
        foreach (var batch in Loader(batchSize: 4).Epoch(0))
        {
            using (batch)
            {
                var size = batch.RecordingIds.Count;
                Assert.That(batch.Rows, Is.EqualTo(2 * size));
                Assert.That(batch.Modalities["x"].Rows, Is.EqualTo(Enumerable.Range(0, 2 * size)));
                Assert.That(
                    batch.Modalities["y"].Rows,
                    Is.EqualTo(Enumerable.Range(0, 2 * size).Where(row => Number(batch.RecordingIds[row % size]) % 3 != 0)));
                foreach (var (name, frames) in new[] { ("x", 10), ("y", 5) })
                {
                    var modality = batch.Modalities[name];
                    Assert.That(modality.Values.shape, Is.EqualTo(new long[] { modality.Rows.Count, frames, 1 }));
                    Assert.That(modality.Lengths.data<long>().ToArray(), Is.EqualTo(Enumerable.Repeat((long)frames, modality.Rows.Count)));
                    var source = modality.Values.flatten(1).select(1, 0).data<float>().ToArray().Select(value => (int)value / 1000);
                    Assert.That(source, Is.EqualTo(modality.Rows.Select(row => Number(batch.RecordingIds[(int)row % size]))));
                }
            }
        }
    }

    [Test]
    public void The_windows_of_a_view_start_at_the_same_time_in_every_modality()
    {
        foreach (var batch in Loader(batchSize: 4).Epoch(0))
        {
            using (batch)
            {
                var (x, y) = (Starts(batch.Modalities["x"], 10), Starts(batch.Modalities["y"], 5));
                Assert.That(y.Keys.Select(row => Math.Abs(x[row] - y[row])), Has.All.LessThanOrEqualTo(0.151), "half a frame of each");
            }
        }
    }

    [Test]
    public void The_same_seed_and_epoch_give_the_same_batches_whatever_the_number_of_workers()
    {
        var expected = Summaries(Loader(workers: 1), 3);
        foreach (var workers in new[] { 2, 3, 8 })
        {
            Assert.That(
                Summaries(Loader(workers: workers), 3).Select(batch => batch.ToString()),
                Is.EqualTo(expected.Select(batch => batch.ToString())),
                $"{workers} workers");
        }
    }

    [Test]
    public void The_order_in_which_the_recordings_were_given_does_not_matter()
    {
        var reversed = new BatchLoader([.. _recordings.AsEnumerable().Reverse()], _store, _store.Modalities, Window, 4, 0);
        Assert.That(
            Summaries(reversed, 0).Select(batch => batch.ToString()), Is.EqualTo(Summaries(Loader(), 0).Select(batch => batch.ToString())));
    }

    [Test]
    public void Another_epoch_and_another_seed_give_another_order_and_other_windows()
    {
        var orders = new[] { Summaries(Loader(), 0), Summaries(Loader(), 1), Summaries(Loader(seed: 1), 0) }
            .Select(batches => string.Join(' ', batches))
            .ToList();
        Assert.That(orders, Is.Unique);
    }

    [Test]
    public void A_modality_that_no_recording_of_a_batch_has_is_there_with_no_rows()
    {
        using var batch = new BatchLoader([_recordings[0], _recordings[3]], _store, _store.Modalities, Window, 2, 0).Epoch(0).Single();
        Assert.That(batch.Modalities["y"].Rows, Is.Empty);
        Assert.That(batch.Modalities["y"].Values.shape, Is.EqualTo(new[] { 0, 5, 1 }));
        Assert.That(batch.Modalities["y"].Lengths.shape, Is.EqualTo(new[] { 0 }));
    }

    [Test]
    public void Short_recordings_are_padded_and_say_how_much_of_the_window_is_real()
    {
        using var batch = new BatchLoader(
            _recordings[..2], _store, [_store.Modalities[0]], Window with { Seconds = 5, Views = 1 }, 2, 0).Epoch(0).Single();
        var lengths = batch.Modalities["x"].Rows.ToDictionary(
            row => batch.RecordingIds[(int)row], row => batch.Modalities["x"].Lengths[row].item<long>());
        Assert.That(lengths, Is.EquivalentTo(new Dictionary<string, long> { ["r0"] = 40, ["r1"] = 41 }));
    }

    [Test]
    public void A_window_of_the_wrong_shape_is_the_plugins_fault()
    {
        var modality = TestSet.Modality("x", new ShortEncoder());
        using var store = SequenceStore.ForTraining(_set.Stage(_recordings), [modality], _set.Options);
        Assert.That(
            () => new BatchLoader(_recordings, store, [modality], Window, 4, 0).Epoch(0).ToList(),
            Throws.TypeOf<MpucException>().With.Message.Matches(
                @"^Recording 'r\d+', modality 'x': the plugin test\.plugin 1\.0\.0 failed: its window has the shape \[9, 1\] and 9 valid frames, not \[10, 1\] with 1 to 10\.$"));
    }

    [Test]
    public void No_native_tensor_is_left_by_an_epoch_nor_by_one_that_is_left_early_or_fails()
    {
        var failing = TestSet.Modality("x", new ShortEncoder());
        using var store = SequenceStore.ForTraining(_set.Stage(_recordings), [failing], _set.Options);
        Summaries(Loader(workers: 3), 0);
        var before = LiveTensors.Settled();
        Summaries(Loader(workers: 3), 1);
        foreach (var batch in Loader(workers: 3).Epoch(2))
        {
            batch.Dispose();
            break;
        }

        Assert.That(
            () => new BatchLoader(_recordings, store, [failing], Window, 4, 0, workers: 3).Epoch(0).ToList(),
            Throws.TypeOf<MpucException>());
        Assert.That(LiveTensors.Settled(), Is.EqualTo(before));
    }

    private static int Number(string id) => int.Parse(id.AsSpan(1));

    private static Dictionary<long, double> Starts(ModalityBatch batch, int frameRate)
    {
        var firsts = batch.Values.flatten(1).select(1, 0).data<float>().ToArray();
        return batch.Rows.Zip(firsts).ToDictionary(pair => pair.First, pair => (double)pair.Second % 1000 / frameRate);
    }

    private static List<Summary> Summaries(BatchLoader loader, int epoch) => [.. loader.Epoch(epoch).Select(batch =>
    {
        using (batch)
        {
            return new Summary(
                batch.RecordingIds, [.. batch.Modalities.SelectMany(modality => modality.Value.Values.data<float>().ToArray())]);
        }
    })];

    private BatchLoader Loader(int batchSize = 4, int seed = 0, int workers = 1) =>
        new(_recordings, _store, _store.Modalities, Window, batchSize, seed, workers);

    private sealed record Summary(IReadOnlyList<string> Ids, IReadOnlyList<float> Values)
    {
        public override string ToString() => $"{string.Join(',', Ids)}: {string.Join(',', Values)}";
    }

    private sealed class ShortEncoder() : NumbersEncoder(10)
    {
        public override ModalityWindow Window(ModalitySequence sequence, TimeWindow window) => sequence.Cut(window, 9);
    }
}
