using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Inference.Features;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Tests.Inference.Features;

public class EncodingQueueTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly List<string> _passes = [];
    private SemaphoreSlim _started = null!;
    private ManualResetEventSlim _hold = null!;
    private EncodingQueue _queue = null!;

    [SetUp]
    public void MakeQueue()
    {
        _passes.Clear();
        (_started, _hold) = (new SemaphoreSlim(0), new ManualResetEventSlim(initialState: true));
        _queue = new EncodingQueue(3, Encode);
    }

    [TearDown]
    public void DisposeEvents()
    {
        _started.Dispose();
        _hold.Dispose();
    }

    [Test]
    public async Task What_waits_meanwhile_is_encoded_together_up_to_a_limit()
    {
        var recordings = new List<int>();
        _queue.OnPass = recordings.Add;
        await EndAfterHolding(["a"], ["b"], ["c"], ["d"], ["e"]);
        Assert.That(_passes, Is.EqualTo(new[] { "a", "b c d", "e" }));
        Assert.That(recordings, Is.EqualTo(new[] { 1, 3, 1 }));
    }

    [Test]
    public async Task Recordings_of_one_name_are_never_in_one_pass()
    {
        await EndAfterHolding(["a"], ["b"], ["b"], ["c"]);
        Assert.That(_passes, Is.EqualTo(new[] { "a", "b c", "b" }));
    }

    [Test]
    public async Task A_caller_with_more_than_the_limit_is_served_alone()
    {
        await EndAfterHolding(["a"], ["b", "c", "d", "e"], ["f"]);
        Assert.That(_passes, Is.EqualTo(new[] { "a", "b c d e", "f" }));
    }

    [Test]
    public void One_that_cannot_be_encoded_fails_alone()
    {
        var tasks = Hold(["a"], ["b"], ["bad"], ["c"]);
        _hold.Set();
        Assert.That(async () => await tasks[2].WaitAsync(Limit), Throws.TypeOf<MpucException>().With.Message.EqualTo("bad is bad."));
        Assert.That(async () => await Task.WhenAll(tasks[0], tasks[1], tasks[3]).WaitAsync(Limit), Throws.Nothing);
        Assert.That(_passes, Is.EqualTo(new[] { "a", "b bad c", "b", "bad", "c" }));
    }

    [Test]
    public void One_whose_look_at_its_features_fails_does_so_alone_and_the_pass_is_not_repeated()
    {
        var tasks = Hold(["a"], ["b"], ["c"]);
        var failing = _queue.RunAsync(
            new EncodingJob(Read("d"), _ => throw new InvalidOperationException("a defect"), CancellationToken.None));
        _hold.Set();
        Assert.That(async () => await failing.WaitAsync(Limit), Throws.InvalidOperationException);
        Assert.That(async () => await Task.WhenAll(tasks).WaitAsync(Limit), Throws.Nothing);
        Assert.That(_passes, Is.EqualTo(new[] { "a", "b c d" }));
    }

    [Test]
    public void A_caller_that_is_cancelled_while_it_waits_is_left_out()
    {
        using var cancellation = new CancellationTokenSource();
        var tasks = Hold(["a"], ["b"]);
        var gone = _queue.RunAsync(Job(["c"], cancellation.Token));
        cancellation.Cancel();
        Assert.That(async () => await gone.WaitAsync(Limit), Throws.InstanceOf<OperationCanceledException>());
        _hold.Set();
        Assert.That(async () => await Task.WhenAll(tasks).WaitAsync(Limit), Throws.Nothing);
        Assert.That(_passes, Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void A_caller_that_is_cancelled_while_it_is_encoded_returns_at_once_and_others_follow()
    {
        using var cancellation = new CancellationTokenSource();
        _hold.Reset();
        var gone = _queue.RunAsync(Job(["a"], cancellation.Token));
        Assert.That(_started.Wait(Limit), Is.True);
        cancellation.Cancel();
        Assert.That(async () => await gone.WaitAsync(Limit), Throws.InstanceOf<OperationCanceledException>());
        var next = _queue.RunAsync(Job(["b"], CancellationToken.None));
        _hold.Set();
        Assert.That(async () => await next.WaitAsync(Limit), Throws.Nothing);
        Assert.That(_passes, Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public async Task A_pass_goes_on_as_long_as_one_of_its_callers_is_there_and_ends_with_the_last()
    {
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var (started, token) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), CancellationToken.None);
        var queue = new EncodingQueue(3, (jobs, cancel) =>
        {
            if (jobs.Count == 1)
            {
                _started.Release();
                _hold.Wait(Limit, CancellationToken.None);
                jobs[0].Finish(null!);
                return;
            }

            token = cancel;
            started.TrySetResult();
            cancel.WaitHandle.WaitOne(Limit);
            cancel.ThrowIfCancellationRequested();
        });
        _hold.Reset();
        var before = queue.RunAsync(Job(["a"], CancellationToken.None));
        Assert.That(await _started.WaitAsync(Limit), Is.True);
        Task[] together = [queue.RunAsync(Job(["b"], first.Token)), queue.RunAsync(Job(["c"], second.Token))];
        _hold.Set();
        await started.Task.WaitAsync(Limit);

        await first.CancelAsync();
        Assert.That(token.IsCancellationRequested, Is.False);
        await second.CancelAsync();
        Assert.That(token.IsCancellationRequested, Is.True);
        await before.WaitAsync(Limit);
        Assert.That(async () => await Task.WhenAll(together).WaitAsync(Limit), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Many_callers_from_many_threads_are_all_served()
    {
        var tasks = Enumerable.Range(0, 500)
            .Select(number => Task.Run(() => _queue.RunAsync(Job([$"r{number}"], CancellationToken.None))))
            .ToArray();
        Assert.That(async () => await Task.WhenAll(tasks).WaitAsync(Limit), Throws.Nothing);
        Assert.That(_passes.SelectMany(pass => pass.Split(' ')), Is.EquivalentTo(Enumerable.Range(0, 500).Select(number => $"r{number}")));
    }

    private static ReadRecordings Read(params string[] ids) =>
        new(
            [.. ids.Select(id => new UnlabelledRecording(id, string.Empty, new Dictionary<string, ModalitySource>()))],
            [],
            new Dictionary<Modality, IReadOnlyDictionary<string, SequenceFile>>());

    private static EncodingJob Job(string[] ids, CancellationToken cancellationToken) => new(Read(ids), _ => { }, cancellationToken);

    // The first job is under way, and the others wait for it, when this returns.
    private Task[] Hold(params string[][] jobs)
    {
        _hold.Reset();
        var first = _queue.RunAsync(Job(jobs[0], CancellationToken.None));
        Assert.That(_started.Wait(Limit), Is.True);
        return [first, .. jobs.Skip(1).Select(ids => _queue.RunAsync(Job(ids, CancellationToken.None)))];
    }

    private async Task EndAfterHolding(params string[][] jobs)
    {
        var tasks = Hold(jobs);
        _hold.Set();
        await Task.WhenAll(tasks).WaitAsync(Limit);
    }

    private void Encode(IReadOnlyList<EncodingJob> jobs, CancellationToken cancellationToken)
    {
        var ids = jobs.SelectMany(job => job.Read.Recordings).Select(recording => recording.Id).ToList();
        _passes.Add(string.Join(' ', ids));
        _started.Release();
        _hold.Wait(Limit);
        if (ids.Contains("bad"))
        {
            throw new MpucException("bad is bad.");
        }

        foreach (var job in jobs)
        {
            job.Finish(null!);
        }
    }
}
