using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Tests.Data.Sequences;

public class SequenceStoreTests
{
    private TestSet _set = null!;
    private UnlabelledRecording _a = null!;
    private UnlabelledRecording _b = null!;

    [SetUp]
    public void MakeSet()
    {
        _set = new TestSet();
        _set.Write("a", "x", "1 10", "3 10");
        _set.Write("b", "x", "5 10", "7 10", "9 10", "11 10");
        (_a, _b) = (_set.Recording("a", "anna", "x"), _set.Recording("b", "ben", "x"));
    }

    [TearDown]
    public void DeleteSet() => _set.Dispose();

    [Test]
    public void A_sequence_is_what_the_encoder_read()
    {
        var modality = TestSet.Modality("x", new NumbersEncoder(2));
        using var store = Open(modality);
        Assert.That(Values(store, _b, modality), Is.EqualTo(new float[] { 5, 10, 7, 10, 9, 10, 11, 10 }));
        Assert.That(store.Duration(_b, modality), Is.EqualTo(2));
        Assert.That(store.FrameShape(modality), Is.EqualTo(new[] { 2 }));
        Assert.That(
            (store.BackboneContext(modality, 1.5).WindowFrames, store.BackboneContext(modality, 1.5).FrameSize), Is.EqualTo((3, 2)));
    }

    [Test]
    public void Each_source_is_read_once_and_never_again_from_a_cache_that_has_it()
    {
        var (first, second) = (new NumbersEncoder(2), new NumbersEncoder(2));
        Open(TestSet.Modality("x", first)).Dispose();
        Open(TestSet.Modality("x", second)).Dispose();
        Assert.That((first.Reads, second.Reads), Is.EqualTo((2, 0)));
    }

    [Test]
    public void Another_version_of_the_plugin_or_other_bytes_are_read_anew()
    {
        Open(TestSet.Modality("x", new NumbersEncoder(2))).Dispose();
        var (newer, rebuilt, other) = (new NumbersEncoder(2), new NumbersEncoder(2), new NumbersEncoder(2));
        Open(TestSet.Modality("x", newer, plugin: new PluginIdentity("test.plugin", "1.0.1", new string('a', 64)))).Dispose();
        Open(TestSet.Modality("x", rebuilt, plugin: new PluginIdentity("test.plugin", "1.0.0", new string('b', 64)))).Dispose();
        _set.Write("a", "x", "2 10", "4 10");
        Open(TestSet.Modality("x", other)).Dispose();
        Assert.That((newer.Reads, rebuilt.Reads, other.Reads), Is.EqualTo((2, 2, 1)));
    }

    [Test]
    public void A_damaged_cache_entry_is_read_anew()
    {
        Open(TestSet.Modality("x", new NumbersEncoder(2))).Dispose();
        var entry = Directory.GetFiles(_set.CacheFolder, "*.seq", SearchOption.AllDirectories)[0];
        File.WriteAllBytes(entry, File.ReadAllBytes(entry)[..^1]);
        var encoder = new NumbersEncoder(2);
        var modality = TestSet.Modality("x", encoder);
        using var store = Open(modality);
        Assert.That(encoder.Reads, Is.EqualTo(1));
        Assert.That(Values(store, _a, modality), Is.EqualTo(new float[] { 1, 10, 3, 10 }));
    }

    [Test]
    public async Task Stores_of_several_processes_may_fill_one_cache_at_once()
    {
        var modality = TestSet.Modality("x", new NumbersEncoder(2));
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Open(modality))));
        Assert.That(stores.Select(store => Values(store, _a, modality)), Has.All.EqualTo(new float[] { 1, 10, 3, 10 }));
        Assert.That(Directory.GetFiles(_set.CacheFolder, "*.tmp", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public void A_recording_without_the_source_has_no_sequence_and_no_length()
    {
        var modality = TestSet.Modality("x", new NumbersEncoder(2));
        var without = _set.Recording("c", "carl");
        using var store = SequenceStore.ForTraining(_set.Stage([_a, without]), [modality], _set.Options);
        Assert.That(store.Read(without, modality), Is.Null);
        Assert.That(store.Duration(without, modality), Is.Null);
    }

    [Test]
    public void A_table_of_the_modality_serves_in_place_of_the_data_sets_source()
    {
        var table = _set.Write("table", "csv", "a,1 2", "b,3 4");
        var modality = TestSet.Modality("y", new NumbersEncoder(0), table: table);
        using var store = Open(modality);
        Assert.That(Values(store, _b, modality), Is.EqualTo(new float[] { 3, 4 }));
        Assert.That(store.Duration(_b, modality), Is.Zero);
    }

    [Test]
    public void Progress_counts_every_sequence()
    {
        var reports = new List<ReadingProgress>();
        using var store = SequenceStore.ForTraining(
            _set.Stage([_a, _b]), [TestSet.Modality("x", new NumbersEncoder(2))], _set.Options, new Collector(reports));
        Assert.That(reports, Is.EquivalentTo(new[] { new ReadingProgress(1, 2), new ReadingProgress(2, 2) }));
    }

    [Test]
    public void Reading_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var encoder = new NumbersEncoder(2) { OnRead = _ => cancellation.Cancel() };
        Assert.That(
            () => SequenceStore.ForTraining(
                _set.Stage([_a, _b]), [TestSet.Modality("x", encoder)], _set.Options with { Workers = 1 }, null, cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    private SequenceStore Open(Modality modality) => SequenceStore.ForTraining(_set.Stage([_a, _b]), [modality], _set.Options);

    private static float[] Values(SequenceStore store, UnlabelledRecording recording, Modality modality)
    {
        using var sequence = store.Read(recording, modality)!;
        return sequence.Values.data<float>().ToArray();
    }

    private sealed class Collector(List<ReadingProgress> reports) : IProgress<ReadingProgress>
    {
        public void Report(ReadingProgress value)
        {
            lock (reports)
            {
                reports.Add(value);
            }
        }
    }
}
