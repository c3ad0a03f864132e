using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

[NonParallelizable]
public sealed class GradientBucketsTests
{
    [Test]
    public void Gradients_are_the_sums_over_the_members_whatever_the_buckets_size([Values(1, 40, 1 << 20)] long bucketBytes, [Values] bool shareMemory)
    {
        var gradients = SeveralProcesses.Run(2, group =>
        {
            var parameters = Parameters();
            using var buckets = new GradientBuckets(group, parameters, bucketBytes);
            for (var step = 0; step < 3; step++)
            {
                Array.ForEach(parameters, parameter => parameter.grad = null);
                buckets.Begin();
                Loss(parameters, scale: group.Rank + 1).backward();
                buckets.Finish();
            }

            return Values(parameters);
        }, shareMemory);
        var alone = Parameters();
        Loss(alone, scale: 3).backward();

        Assert.That(gradients[0], Is.EqualTo(Values(alone)));
        Assert.That(gradients[1], Is.EqualTo(Values(alone)));
    }

    [Test]
    public void A_member_without_a_gradient_counts_as_zero_and_nobodys_gradient_stays_missing([Values] bool shareMemory)
    {
        var gradients = SeveralProcesses.Run(2, group =>
        {
            var parameters = Parameters();
            using var buckets = new GradientBuckets(group, parameters, 1);
            buckets.Begin();
            (group.Rank == 0 ? parameters[0].sum() : parameters[2].sum() * 4).backward();
            buckets.Finish();
            return Values(parameters);
        }, shareMemory);

        Assert.That(gradients[0], Is.EqualTo(gradients[1]));
        Assert.That(gradients[0][0], Is.All.EqualTo(1));
        Assert.That(gradients[0][1], Is.Null);
        Assert.That(gradients[0][2], Is.All.EqualTo(4));
    }

    [Test]
    public void Backward_passes_before_the_announced_one_add_up_without_being_sent()
    {
        var gradients = SeveralProcesses.Run(2, group =>
        {
            var parameters = Parameters();
            using var buckets = new GradientBuckets(group, parameters);
            Loss(parameters, scale: 1).backward();
            buckets.Begin();
            Loss(parameters, scale: 1).backward();
            buckets.Finish();
            return Values(parameters);
        });
        var alone = Parameters();
        Loss(alone, scale: 4).backward();

        Assert.That(gradients, Is.All.EqualTo(Values(alone)));
    }

    [Test]
    public void A_signal_of_one_member_reaches_all_with_that_steps_sums([Values(2, 3)] int size, [Values] bool shareMemory)
    {
        var signals = SeveralProcesses.Run(size, group =>
        {
            var parameters = Parameters();
            using var buckets = new GradientBuckets(group, parameters, 1);
            return Enumerable.Range(0, 6).Select(step =>
            {
                buckets.Begin(signal: step % 2 == 1 && group.Rank == step % size);
                Loss(parameters, scale: 1).backward();
                return buckets.Finish();
            }).ToArray();
        }, shareMemory);

        Assert.That(signals, Is.All.EqualTo(new[] { false, true, false, true, false, true }));
    }

    [Test]
    public void Many_steps_of_members_of_unequal_speed_give_all_of_them_the_same_sums([Values(2, 3, 5)] int size, [Values] bool shareMemory)
    {
        const int Steps = 300;
        var sums = SeveralProcesses.Run(size, group =>
        {
            var random = new Random(group.Rank);
            Parameter[] parameters = [new(zeros(101)), new(zeros(7, ScalarType.Float64)), new(zeros([]))];
            using var buckets = new GradientBuckets(group, parameters, 300);
            var seen = new List<double>();
            for (var step = 0; step < Steps; step++)
            {
                Array.ForEach(parameters, parameter => parameter.grad = null);
                buckets.Begin();
                parameters.Select(parameter => (parameter * Slope(group.Rank, step)).sum().to(ScalarType.Float64)).Aggregate((left, right) => left + right).backward();
                Thread.SpinWait(random.Next(20_000));
                buckets.Finish();
                Assert.That(parameters.Select(parameter => parameter.grad!.max().to(ScalarType.Float64).item<double>() - parameter.grad!.min().to(ScalarType.Float64).item<double>()), Is.All.Zero);
                seen.AddRange(parameters.Select(parameter => parameter.grad!.mean().to(ScalarType.Float64).item<double>()));
            }

            return seen.ToArray();
        }, shareMemory);
        var expected = Enumerable.Range(0, Steps).SelectMany(step => Enumerable.Repeat(Enumerable.Range(0, size).Sum(rank => Slope(rank, step)), 3)).ToArray();

        Assert.That(sums, Is.All.EqualTo(sums[0]));
        Assert.That(sums[0], Is.EqualTo(expected));

        static double Slope(int rank, int step) => ((rank + 1) * 1000) + step;
    }

    [Test]
    public void A_member_that_leaves_makes_the_waiting_ones_fail_and_takes_nothing_from_those_that_have_its_part()
    {
        var outcomes = SeveralProcesses.Run(2, group =>
        {
            var parameters = Parameters();
            using var buckets = new GradientBuckets(group, parameters);
            buckets.Begin();
            Loss(parameters, scale: 1).backward();
            buckets.Finish();
            if (group.Rank == 1)
            {
                return "left";
            }

            buckets.Begin();
            Loss(parameters, scale: 1).backward();
            return Assert.Throws<ExternalException>(() => buckets.Finish())!.Message;
        });

        Assert.That(outcomes, Is.EqualTo(new[] { "process 1 has ended", "left" }));
    }

    private static Parameter[] Parameters() =>
        [.. new[] { 3, 5, 7 }.Select(size => new Parameter(arange(size, ScalarType.Float32)))];

    private static Tensor Loss(Parameter[] parameters, double scale) =>
        scale * (parameters[0].sum() + (2 * parameters[1].square().sum()) + (parameters[2] * parameters[1].sum()).sum());

    private static float[]?[] Values(Parameter[] parameters) => [.. parameters.Select(parameter => parameter.grad?.data<float>().ToArray())];
}
