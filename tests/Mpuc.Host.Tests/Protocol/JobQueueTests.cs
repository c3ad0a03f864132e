using Mpuc.Host.Protocol;

namespace Mpuc.Host.Tests.Protocol;

public class JobQueueTests
{
    private readonly List<string> _done = [];
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Open()
    {
        _folder = new TemporaryFolder();
        _done.Clear();
    }

    [TearDown]
    public void Close() => _folder.Dispose();

    [Test]
    public void Every_job_is_done_once_and_its_result_kept()
    {
        Run(Job("a"), Job("b"));

        Assert.That(_done, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(File.ReadAllText(_folder.File("results/a.json")), Is.EqualTo("result of a\n"));
    }

    [Test]
    public void What_is_done_is_not_done_again()
    {
        Run(Job("a"));
        Run(Job("a"), Job("b"));

        Assert.That(_done, Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void A_job_that_fails_leaves_no_result_and_is_done_by_the_next_call()
    {
        var failing = Job("a") with { Run = _ => throw new MpucException("No luck.") };

        Assert.That(() => Run(failing, Job("b")), Throws.InstanceOf<MpucException>());
        Run(Job("a"), Job("b"));

        Assert.That(_done, Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void A_job_that_another_queue_is_at_is_left_to_it()
    {
        var first = Job("a") with
        {
            Run = _ =>
            {
                Run(Job("a"), Job("b"));
                return "first";
            },
        };

        Run(first);

        Assert.That(_done, Is.EqualTo(new[] { "b" }));
        Assert.That(File.ReadAllText(_folder.File("results/a.json")), Is.EqualTo("first\n"));
    }

    [Test]
    public void Cancellation_ends_the_work_between_jobs()
    {
        using var stop = new CancellationTokenSource();
        var first = Job("a") with
        {
            Run = _ =>
            {
                stop.Cancel();
                return "done";
            },
        };

        Assert.That(
            () => new JobQueue(_folder.File("claims"), TextWriter.Null).Run([first, Job("b")], stop.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_folder.File("results/a.json"), Does.Exist);
        Assert.That(_done, Is.Empty);
    }

    private void Run(params ProtocolJob[] jobs) => new JobQueue(_folder.File("claims"), TextWriter.Null).Run(jobs, CancellationToken.None);

    private ProtocolJob Job(string name) => new(1, name, _folder.File($"results/{name}.json"), _ =>
    {
        _done.Add(name);
        return $"result of {name}";
    });
}
