using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;

namespace Mpuc.Host.Tests.Data.Batches;

public class BatchPrefetcherTests
{
    private static readonly IReadOnlyList<UnlabelledRecording>[] Plan =
        [
            .. Enumerable.Range(0, 20)
                .Select(i => new[] { new UnlabelledRecording($"{i}", string.Empty, new Dictionary<string, ModalitySource>()) }),
        ];

    private int _building;
    private int _live;
    private int _mostLive;

    [SetUp]
    public void Reset() => (_building, _live, _mostLive) = (0, 0, 0);

    [Test]
    public void Batches_come_in_the_plans_order_however_long_each_takes()
    {
        var ids = Run(3, (recordings, _) =>
        {
            Thread.Sleep(int.Parse(recordings[0].Id) % 3 * 3);
            return Batch(recordings);
        }).Select(Consume).ToList();
        Assert.That(ids, Is.EqualTo(Plan.Select(recordings => recordings[0].Id)));
    }

    [Test]
    public void No_more_batches_are_alive_than_asked_for()
    {
        foreach (var batch in Run(3, (recordings, _) => Batch(recordings)))
        {
            Thread.Sleep(1);
            Consume(batch);
        }

        Assert.That(_mostLive, Is.InRange(1, 3));
    }

    [Test]
    public void An_exception_reaches_the_consumer_after_the_batches_before_it_and_the_rest_is_disposed()
    {
        var seen = new List<string>();
        Assert.That(
            () => seen.AddRange(
                Run(4, (recordings, _) => recordings[0].Id == "5" ? throw new MpucException("bad") : Batch(recordings)).Select(Consume)),
            Throws.TypeOf<MpucException>().With.Message.EqualTo("bad"));
        Assert.That((_live, _building), Is.EqualTo((0, 0)));
    }

    [Test]
    public void A_consumer_that_leaves_early_leaves_nothing_behind()
    {
        foreach (var batch in Run(4, (recordings, _) => Batch(recordings)))
        {
            Consume(batch);
            break;
        }

        Assert.That((_live, _building), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Cancellation_ends_the_enumeration_and_leaves_nothing_behind()
    {
        using var cancellation = new CancellationTokenSource();
        var taken = 0;
        Assert.That(
            () =>
            {
                foreach (var batch in Run(4, (recordings, cancel) => Batch(recordings, cancel), cancellation.Token))
                {
                    Consume(batch);
                    taken++;
                    cancellation.Cancel();
                }
            },
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(taken, Is.LessThan(Plan.Length));
        Assert.That((_live, _building), Is.EqualTo((0, 0)));
    }

    private IEnumerable<WindowBatch> Run(
        int ahead,
        Func<IReadOnlyList<UnlabelledRecording>, CancellationToken, WindowBatch> build,
        CancellationToken cancellationToken = default) =>
        BatchPrefetcher.Run(
            Plan,
            (recordings, cancel) =>
            {
                Interlocked.Increment(ref _building);
                try
                {
                    return build(recordings, cancel);
                }
                finally
                {
                    Interlocked.Decrement(ref _building);
                }
            },
            ahead,
            cancellationToken);

    private WindowBatch Batch(IReadOnlyList<UnlabelledRecording> recordings, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var live = Interlocked.Increment(ref _live);
        InterlockedMaximum(live);
        return new WindowBatch
        {
            RecordingIds = [recordings[0].Id],
            Views = 1,
            Modalities = new CountedModalities(() => Interlocked.Decrement(ref _live)),
        };
    }

    private void InterlockedMaximum(int live)
    {
        lock (Plan)
        {
            _mostLive = Math.Max(_mostLive, live);
        }
    }

    private static string Consume(WindowBatch batch)
    {
        batch.Dispose();
        return batch.RecordingIds[0];
    }

    /// <summary>Notices when the batch disposes its modalities.</summary>
    private sealed class CountedModalities(Action onDispose) : IReadOnlyDictionary<string, ModalityBatch>
    {
        public int Count => 0;

        public IEnumerable<string> Keys => [];

        public IEnumerable<ModalityBatch> Values
        {
            get
            {
                onDispose();
                return [];
            }
        }

        public ModalityBatch this[string key] => throw new KeyNotFoundException(key);

        public bool ContainsKey(string key) => false;

        public bool TryGetValue(string key, out ModalityBatch value) => throw new KeyNotFoundException(key);

        public IEnumerator<KeyValuePair<string, ModalityBatch>> GetEnumerator() =>
            Enumerable.Empty<KeyValuePair<string, ModalityBatch>>().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
