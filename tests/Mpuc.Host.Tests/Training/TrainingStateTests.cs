using Mpuc.Host.Objectives;
using Mpuc.Host.Training;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Training;

public class TrainingStateTests
{
    [Test]
    public void Each_epoch_begins_with_no_batch_and_no_total()
    {
        var state = new TrainingState { Epoch = 3, Batches = 7, Step = 40, Totals = new LossTotals { Recordings = 9, Loss = 4 } }
            .AfterEpoch(2, null);

        Assert.That((state.Epoch, state.Batches, state.Step), Is.EqualTo((4, 0, 40L)));
        Assert.That((state.Totals.Recordings, state.Totals.Loss), Is.EqualTo((0L, 0.0)));
    }

    [Test]
    public void The_first_loss_stays_the_first() => Assert.That(After([(5, null), (1, null), (9, null)]).FirstLoss, Is.EqualTo(5));

    [TestCase(new[] { 3.0, 2, 4 }, 2, 2.0, false)]
    [TestCase(new[] { 3.0, 4, 2 }, 3, 2.0, true)]
    [TestCase(new[] { 3.0, 3, 3 }, 1, 3.0, false)]
    [TestCase(new[] { -1.0, -2 }, 2, -2.0, true)]
    public void The_best_epoch_is_the_first_with_the_lowest_validation_loss(double[] losses, int epoch, double loss, bool isLast)
    {
        var state = After([.. losses.Select(value => (1.0, (double?)value))]);

        Assert.That((state.BestEpoch, state.BestLoss, state.IsBest), Is.EqualTo((epoch, (double?)loss, isLast)));
    }

    [Test]
    public void Without_validation_no_epoch_is_the_best()
    {
        var state = After([(2, null), (1, null)]);

        Assert.That((state.BestEpoch, state.BestLoss, state.IsBest), Is.EqualTo((0, (double?)null, false)));
    }

    [Test]
    public void In_the_middle_of_an_epoch_the_state_is_not_the_best_ones() =>
        Assert.That((After([(1, 2)]) with { Batches = 1 }).IsBest, Is.False);

    [Test]
    public void Metrics_are_of_the_epoch_that_ends_and_its_totals()
    {
        using var scope = NewDisposeScope();
        var pair = new ModalityPair("audio", "text");
        var totals = new LossTotals()
            .Add(new LossResult(zeros(1), 2, new Dictionary<ModalityPair, double> { [pair] = 3 }), 6)
            .Add(new LossResult(zeros(1), 5, new Dictionary<ModalityPair, double>()), 2) with { Seconds = 4 };

        var metrics = EpochMetrics.Of(EpochMetrics.Validation, new TrainingState { Epoch = 6, Step = 77 }, totals, 0.25);

        Assert.That((metrics.Split, metrics.Epoch, metrics.Step, metrics.LearningRate), Is.EqualTo(("validation", 7, 77L, 0.25)));
        Assert.That((metrics.Loss, metrics.Seconds, metrics.RecordingsPerSecond), Is.EqualTo((22 / 8.0, 4.0, 2.0)));
        Assert.That(metrics.Pairs, Is.EqualTo(new Dictionary<string, double> { [pair.ToString()] = 3 }));
    }

    private static TrainingState After((double Loss, double? Validation)[] epochs) =>
        epochs.Aggregate(new TrainingState(), (state, epoch) => state.AfterEpoch(epoch.Loss, epoch.Validation));
}
