using System.Text.Json;
using Mpuc.Host.Objectives;
using Mpuc.Host.Training;
using Mpuc.Host.Training.Checkpoints;
using TorchSharp;

namespace Mpuc.Host.Tests.Training;

public sealed class LossTotalsTests
{
    private static readonly LossTotals TwoBatches = new LossTotals()
        .Add(Loss(2, ("audio>text", 1), ("text>audio", 3)), 8)
        .Add(Loss(5, ("audio>text", 5)), 4);

    [Test]
    public void The_mean_counts_recordings_not_batches() => Assert.That(TwoBatches.MeanLoss(), Is.EqualTo(((2 * 8) + (5 * 4)) / 12.0));

    [Test]
    public void A_pairs_mean_counts_the_batches_that_allowed_it() => Assert.That(
        TwoBatches.MeanPairLosses(),
        Is.EqualTo(new Dictionary<string, double> { ["audio>text"] = ((1 * 8) + (5 * 4)) / 12.0, ["text>audio"] = 3 }));

    [Test]
    public void Totals_survive_as_json_exactly()
    {
        var totals = new LossTotals().Add(Loss(0.1 + 0.2, ("audio>text", 1.0 / 3)), 7) with { Seconds = 1.25 };
        var copy = JsonSerializer.Deserialize<LossTotals>(JsonSerializer.Serialize(totals, CheckpointJson.Line), CheckpointJson.Line)!;
        Assert.That((copy.Recordings, copy.Loss, copy.Seconds), Is.EqualTo((totals.Recordings, totals.Loss, totals.Seconds)));
        Assert.That(copy.Pairs, Is.EqualTo(totals.Pairs));
    }

    [Test]
    public void A_state_after_an_epoch_remembers_the_first_loss_and_the_best_validation()
    {
        var state = new TrainingState { Batches = 3, Step = 3, Totals = TwoBatches }.AfterEpoch(4, 2);
        Assert.That(
            (state.Epoch, state.Batches, state.FirstLoss, state.BestLoss, state.BestEpoch, state.IsBest),
            Is.EqualTo((1, 0, 4.0, 2.0, 1, true)));
        Assert.That(state.Totals.Recordings, Is.Zero);
        state = state.AfterEpoch(3, 2);
        Assert.That((state.FirstLoss, state.BestEpoch, state.IsBest), Is.EqualTo((4.0, 1, false)), "an equal loss is not better");
        state = state.AfterEpoch(3, 1.5);
        Assert.That((state.BestLoss, state.BestEpoch, state.IsBest), Is.EqualTo((1.5, 3, true)));
        Assert.That(new TrainingState().AfterEpoch(3, null).IsBest, Is.False);
    }

    private static LossResult Loss(double value, params (string Pair, double Value)[] pairs) =>
        new(torch.tensor(value), value, pairs.ToDictionary(pair => ModalityPair.Parse(pair.Pair)!.Value, pair => pair.Value));
}
