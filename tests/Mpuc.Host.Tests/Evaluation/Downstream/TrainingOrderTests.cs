using Mpuc.Host.Evaluation.Downstream;

namespace Mpuc.Host.Tests.Evaluation.Downstream;

public class TrainingOrderTests
{
    private static readonly List<long> Targets = [.. Enumerable.Range(0, 100).Select(row => row < 90 ? 0L : 1L)];

    [Test]
    public void A_shuffled_epoch_takes_every_row_once()
    {
        using var order = new TrainingOrder(Targets, SamplingKind.Shuffled, 3);

        var (first, second) = (Rows(order), Rows(order));

        Assert.That(first.Order(), Is.EqualTo(Enumerable.Range(0, 100)));
        Assert.That(second, Is.Not.EqualTo(first));
    }

    [Test]
    public void A_balanced_epoch_is_as_long_and_takes_every_class_about_equally_often()
    {
        using var order = new TrainingOrder(Targets, SamplingKind.Balanced, 3);

        var rows = Enumerable.Range(0, 20).SelectMany(_ => Rows(order)).ToList();

        Assert.That(rows, Has.Count.EqualTo(2000));
        Assert.That(rows.Count(row => Targets[(int)row] == 1), Is.InRange(900, 1100));
    }

    [TestCase(SamplingKind.Shuffled)]
    [TestCase(SamplingKind.Balanced)]
    public void The_same_seed_draws_the_same(SamplingKind sampling)
    {
        using var one = new TrainingOrder(Targets, sampling, 5);
        using var other = new TrainingOrder(Targets, sampling, 5);

        Assert.That(Rows(one), Is.EqualTo(Rows(other)));
    }

    private static long[] Rows(TrainingOrder order)
    {
        using var rows = order.Next();
        return rows.data<long>().ToArray();
    }
}
