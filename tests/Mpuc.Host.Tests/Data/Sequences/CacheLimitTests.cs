using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Tests.Data.Sequences;

/// <summary>What is left in a cache of runs that come and go.</summary>
public class CacheLimitTests
{
    private static readonly PluginIdentity Newer = new("test.plugin", "2.0.0", new string('a', 64));

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
    public void A_run_that_ends_leaves_its_own_sequences_and_deletes_others_over_the_limit()
    {
        Open(Modality()).Dispose();
        Open(Modality(Newer), limit: 1).Dispose();
        Assert.That(Cached(), Is.EqualTo(12), "all of them fit into 1 MiB");
        Open(Modality(Newer), limit: 0).Dispose();
        Assert.That(Cached(), Is.EqualTo(6));
        Assert.That(Reads(Modality(Newer, out var kept), kept), Is.Zero);
        Assert.That(Reads(Modality(null, out var deleted), deleted), Is.EqualTo(6));
    }

    [Test]
    public void Nothing_is_deleted_as_long_as_another_run_goes_on()
    {
        var (modality, newer) = (Modality(), Modality(Newer));
        var going = Open(modality, limit: 0);
        Open(newer, limit: 0).Dispose();
        Assert.That(Cached(), Is.EqualTo(12));
        Assert.That(_recordings.Select(recording => First(going, recording, modality)), Is.EqualTo(new[] { 0f, 10, 20, 30, 40, 50 }));
        going.Dispose();
        Assert.That(Cached(), Is.EqualTo(6), "the last one to end brings the cache to its limit");
    }

    [Test]
    public void Recordings_of_an_application_stay_while_it_looks_at_them_and_others_go_now_and_then()
    {
        var modality = Modality();
        using (ReadRecordings(modality))
        {
            Open(Modality(Newer), limit: 0).Dispose();
            Assert.That(Cached(), Is.EqualTo(12));
        }

        Assert.That(Cached(), Is.EqualTo(12), "the cache was cleaned shortly before");
        File.SetLastWriteTimeUtc(Path.Combine(_set.CacheFolder, "sequences.lock"), DateTime.UtcNow.AddHours(-1));
        ReadRecordings(modality).Dispose();
        Assert.That(Cached(), Is.EqualTo(6));
    }

    [Test]
    public void To_be_read_counts_as_use()
    {
        Open(Modality()).Dispose();
        var files = Directory.GetFiles(_set.CacheFolder, "*.seq", SearchOption.AllDirectories);
        Array.ForEach(files, file => File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-30)));
        Open(Modality()).Dispose();
        Assert.That(files.Select(File.GetLastWriteTimeUtc), Has.All.GreaterThan(DateTime.UtcNow.AddDays(-1)));
    }

    [Test]
    public void What_was_read_before_a_failure_stays_over_the_limit()
    {
        var failing = new NumbersEncoder(1)
        {
            OnRead = source => _ = source.Path.EndsWith("r4.x", StringComparison.Ordinal) ? throw new MpucException("bad") : 0,
        };
        Assert.That(() => Open(TestSet.Modality("x", failing), limit: 0, workers: 1), Throws.TypeOf<MpucException>());
        Assert.That(Cached(), Is.EqualTo(4));
    }

    [Test]
    public void Runs_that_come_and_go_at_once_all_read_what_is_right()
    {
        Assert.That(
            () => Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 }, number =>
            {
                var modality = Modality(new PluginIdentity("test.plugin", $"{number % 3}.0.0", new string('a', 64)));
                using var store = Open(modality, limit: 0);
                foreach (var (index, recording) in _recordings.Index())
                {
                    Assert.That(First(store, recording, modality), Is.EqualTo(10 * index));
                }
            }),
            Throws.Nothing);
        Open(Modality(), limit: 0).Dispose();
        Assert.That(Cached(), Is.EqualTo(6));
    }

    private static Modality Modality(PluginIdentity? plugin = null) => Modality(plugin, out _);

    private static Modality Modality(PluginIdentity? plugin, out NumbersEncoder encoder) =>
        TestSet.Modality("x", encoder = new NumbersEncoder(1), plugin: plugin);

    private SequenceStore Open(Modality modality, int limit = 65536, int workers = 2) => SequenceStore.ForTraining(
        _set.Stage(_recordings), [modality], _set.Options with { CacheLimit = limit, Workers = workers });

    private Mpuc.Host.Inference.Features.ReadRecordings ReadRecordings(Modality modality) =>
        Mpuc.Host.Inference.Features.ReadRecordings.Of(
            _recordings, [modality], all: true, _set.Options with { CacheLimit = 0 }, keep: true, CancellationToken.None);

    private int Reads(Modality modality, NumbersEncoder encoder)
    {
        Open(modality).Dispose();
        return encoder.Reads;
    }

    private int Cached() => Directory.GetFiles(_set.CacheFolder, "*.seq", SearchOption.AllDirectories).Length;

    private static float First(SequenceStore store, UnlabelledRecording recording, Modality modality)
    {
        using var sequence = store.Read(recording, modality)!;
        return sequence.Values.data<float>()[0];
    }
}
