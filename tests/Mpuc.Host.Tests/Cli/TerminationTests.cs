using Mpuc.Host.Cli;
using Mpuc.Host.Runs;

namespace Mpuc.Host.Tests.Cli;

[NonParallelizable]
public sealed class TerminationTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    [Test]
    public void The_first_signal_cancels_and_the_second_is_not_held_back()
    {
        using var termination = new Termination(Long, () => { });

        Assert.That(termination.Token.IsCancellationRequested, Is.False);
        Assert.That(termination.Cancel(), Is.True);
        Assert.That(termination.Token.IsCancellationRequested, Is.True);
        Assert.That(termination.Cancel(), Is.False);
    }

    [Test]
    public void A_command_that_does_not_end_is_ended()
    {
        using var ended = new ManualResetEventSlim();
        using var termination = new Termination(TimeSpan.FromMilliseconds(100), ended.Set);
        termination.Cancel();

        Assert.That(ended.Wait(Long), Is.True);
    }

    [Test]
    public void A_hanging_cancellation_does_not_keep_the_process()
    {
        using var ended = new ManualResetEventSlim();
        using var termination = new Termination(TimeSpan.FromMilliseconds(100), ended.Set);
        using var registration = termination.Token.Register(() => ended.Wait(Long));
        termination.Cancel();

        Assert.That(ended.IsSet, Is.True, "the callback waits for the end and got it");
    }

    [Test]
    public void A_command_that_ended_is_not_ended_again()
    {
        var ends = 0;
        using (var termination = new Termination(TimeSpan.FromMilliseconds(200), () => ends++))
        {
            termination.Cancel();
        }

        Thread.Sleep(500);
        Assert.That(ends, Is.Zero);
    }

    [Test]
    public void Work_that_must_be_finished_gets_its_time()
    {
        using var ended = new ManualResetEventSlim();
        using var termination = new Termination(TimeSpan.FromMilliseconds(50), ended.Set);
        using (FinishingWork.Begin(Long))
        {
            termination.Cancel();
            Assert.That(ended.Wait(TimeSpan.FromMilliseconds(500)), Is.False);
        }

        Assert.That(ended.Wait(Long), Is.True, "and no more");
    }
}
