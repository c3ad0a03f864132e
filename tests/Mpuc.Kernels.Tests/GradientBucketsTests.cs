using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

[NonParallelizable]
public sealed class GradientBucketsTests
{
    [Test]
    public void Gradients_are_the_sums_over_the_members_whatever_the_buckets_size([Values(1, 40, 1 << 20)] long bucketBytes)
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
        });
        var alone = Parameters();
        Loss(alone, scale: 3).backward();

        Assert.That(gradients[0], Is.EqualTo(Values(alone)));
        Assert.That(gradients[1], Is.EqualTo(Values(alone)));
    }

    [Test]
    public void A_member_without_a_gradient_counts_as_zero_and_nobodys_gradient_stays_missing()
    {
        var gradients = SeveralProcesses.Run(2, group =>
        {
            var parameters = Parameters();
            using var buckets = new GradientBuckets(group, parameters, 1);
            buckets.Begin();
            (group.Rank == 0 ? parameters[0].sum() : parameters[2].sum() * 4).backward();
            buckets.Finish();
            return Values(parameters);
        });

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

    private static Parameter[] Parameters() =>
        [.. new[] { 3, 5, 7 }.Select(size => new Parameter(arange(size, ScalarType.Float32)))];

    private static Tensor Loss(Parameter[] parameters, double scale) =>
        scale * (parameters[0].sum() + (2 * parameters[1].square().sum()) + (parameters[2] * parameters[1].sum()).sum());

    private static float[]?[] Values(Parameter[] parameters) => [.. parameters.Select(parameter => parameter.grad?.data<float>().ToArray())];
}
