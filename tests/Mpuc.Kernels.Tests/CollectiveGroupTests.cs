using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

[NonParallelizable]
public sealed class CollectiveGroupTests
{
    [Test]
    public void A_sum_is_the_same_in_every_member([Values(1, 2, 3)] int size)
    {
        var sums = SeveralProcesses.Run(size, group =>
        {
            using var values = tensor(new[] { 1.5f, group.Rank, -2f * group.Rank });
            group.Sum(values);
            return values.data<float>().ToArray();
        });
        var ranks = Enumerable.Range(0, size).Sum();

        Assert.That(sums, Is.All.EqualTo(new[] { 1.5f * size, ranks, -2f * ranks }));
    }

    [Test]
    public void Everybody_takes_over_what_rank_0_broadcasts([Values] bool integers)
    {
        var taken = SeveralProcesses.Run(3, group =>
        {
            using var values = full(5, group.Rank + 7, integers ? ScalarType.Int64 : ScalarType.Float32);
            group.Broadcast(values);
            return values.to_type(ScalarType.Float64).data<double>().ToArray();
        });

        Assert.That(taken, Is.All.EqualTo(new double[] { 7, 7, 7, 7, 7 }));
    }

    [Test]
    public void What_is_gathered_stands_in_the_order_of_the_ranks([Values] bool shareMemory)
    {
        var gathered = SeveralProcesses.Run(3, group =>
        {
            using var values = tensor(new[] { group.Rank, 10f * group.Rank });
            using var all = group.Gather(values);
            Assert.That(all.shape, Is.EqualTo(new long[] { 3, 2 }));
            return all.data<float>().ToArray();
        }, shareMemory);

        Assert.That(gathered, Is.All.EqualTo(new float[] { 0, 0, 1, 10, 2, 20 }));
    }

    [Test]
    public void Members_of_unequal_speed_gather_what_each_had_in_the_same_round_whatever_its_size([Values(1, 2, 3)] int size, [Values] bool shareMemory)
    {
        const int Rounds = 300;
        var gathered = SeveralProcesses.Run(size, group =>
        {
            var random = new Random(group.Rank);
            return Enumerable.Range(0, Rounds).Select(round =>
            {
                using var values = arange(1 + (round * 37 % 500), ScalarType.Int64).mul_(group.Rank + 1).add_(round);
                Thread.SpinWait(random.Next(20_000));
                using var all = group.Gather(values.view(1, -1));
                return all.data<long>().ToArray();
            }).ToArray();
        }, shareMemory);
        var expected = Enumerable.Range(0, Rounds).Select(round => Enumerable.Range(0, size)
            .SelectMany(rank => Enumerable.Range(0, 1 + (round * 37 % 500)).Select(value => ((long)value * (rank + 1)) + round)).ToArray()).ToArray();

        Assert.That(gathered, Is.All.EqualTo(expected));
    }

    [Test]
    public void A_member_that_leaves_makes_those_fail_that_wait_to_gather()
    {
        var outcomes = SeveralProcesses.Run(2, group =>
        {
            using var values = ones(3);
            group.Gather(values).Dispose();
            return group.Rank == 1 ? "left" : Assert.Throws<ExternalException>(() => group.Gather(values))!.Message;
        });

        Assert.That(outcomes[0], Does.Contain("process 1 has ended"));
        Assert.That(outcomes[1], Is.EqualTo("left"));
    }

    [Test]
    public void The_gradient_of_a_members_values_is_what_follows_from_them_in_its_own_loss([Values] bool shareMemory)
    {
        // Each member's loss weighs the rows of all members by (0, 1), (2, 3), (4, 5), and by its own rank plus 1.
        var gradients = SeveralProcesses.Run(3, group =>
        {
            var values = tensor(new float[] { group.Rank, group.Rank * group.Rank }).requires_grad_();
            var weights = arange(6, ScalarType.Float32).view(3, 2);
            ((group.Rank + 1) * (group.Gather(values) * weights).sum()).backward();
            return values.grad!.data<float>().ToArray();
        }, shareMemory);

        Assert.That(gradients, Is.EqualTo(new[] { new float[] { 0, 1 }, [4, 6], [12, 15] }));
    }
}
