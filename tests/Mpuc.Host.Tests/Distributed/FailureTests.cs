using Mpuc.Host.Distributed;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Distributed;

/// <summary>What the others of a group learn of one that fails.</summary>
[NonParallelizable]
public sealed class FailureTests
{
    [Test]
    public void A_process_that_fails_ends_the_others_with_its_message()
    {
        var outcomes = ThreadGroup.Outcomes<int>(3, group =>
        {
            if (group.Rank == 1)
            {
                throw new MpucException("The recording 'r7' cannot be read.");
            }

            group.Meet();
            return 0;
        });

        Assert.That(outcomes[1].Failure, Is.TypeOf<MpucException>().With.Message.EqualTo("The recording 'r7' cannot be read."));
        foreach (var rank in new[] { 0, 2 })
        {
            Assert.That(
                outcomes[rank].Failure,
                Is.TypeOf<MpucException>().With.Message.EqualTo("Process 1 of 3 ended: The recording 'r7' cannot be read."));
        }
    }

    [Test]
    public void What_process_0_has_is_everybodys()
    {
        var shared = ThreadGroup.Run(3, group => (group.Share(group.Leads() ? "größer" : null), group.Share(group.Leads() ? Array.Empty<byte>() : null)));
        Assert.That(shared.Select(pair => pair.Item1), Is.All.EqualTo("größer"));
        Assert.That(shared.Select(pair => pair.Item2), Is.All.Empty);
    }

    [Test]
    public void Something_that_holds_in_one_process_holds_in_any([Values(0, 2, 5)] int rank)
    {
        var any = ThreadGroup.Run(3, group => group.Any(group.Rank == rank));
        Assert.That(any, Is.All.EqualTo(rank < 3));
    }

    [Test]
    public void One_process_of_each_machine_prepares_before_the_others()
    {
        var order = new List<int>();
        ThreadGroup.Run(3, group => group.OneOfEachMachineFirst(() =>
        {
            lock (order)
            {
                order.Add(group.Rank);
            }

            return 0;
        }));
        Assert.That(order, Has.Count.EqualTo(3));
        Assert.That(order[0], Is.Zero);
    }

    [Test]
    public void A_process_alone_is_its_own_sum_and_its_own_leader()
    {
        using var values = tensor(new[] { 1f, 2f });
        SingleProcess.Instance.Sum(values);
        SingleProcess.Instance.Broadcast(values);
        Assert.That(values.data<float>().ToArray(), Is.EqualTo(new[] { 1f, 2f }));
        Assert.That(SingleProcess.Instance.Gather(values).shape, Is.EqualTo(new long[] { 1, 2 }));
        Assert.That(SingleProcess.Instance.Leads(), Is.True);
        Assert.That(SingleProcess.Instance.Any(true), Is.True);
        Assert.That(SingleProcess.Instance.Share("text"), Is.EqualTo("text"));
    }
}
