using Mpuc.Host.Training;

namespace Mpuc.Host.Tests.Training;

public class DivergenceTests
{
    [TestCase(4, 2, 8)]
    [TestCase(4, 3, 12)]
    [TestCase(-4, 3, 12)]
    [TestCase(4, 3, -100)]
    public void Up_to_the_factor_times_the_first_epochs_size_a_training_goes_on(double first, double factor, double loss) =>
        Assert.That(Divergence.Find(Epoch(loss), first, factor), Is.Null);

    [TestCase(4, 3, 12.1, "12.1 exceeds 12, 3 times the first epoch's")]
    [TestCase(-4, 3, 12.1, "12.1 exceeds 12, 3 times the first epoch's")]
    [TestCase(0.1, 3, 3.5, "3.5 exceeds 3, 3 times the first epoch's")]
    [TestCase(0, 1.5, 1.6, "1.6 exceeds 1.5, 1.5 times the first epoch's")]
    public void Beyond_it_the_training_diverges_and_a_small_first_loss_counts_as_one(
        double first, double factor, double loss, string sentence) =>
        Assert.That(Divergence.Find(Epoch(loss), first, factor), Does.Contain($"the epoch's mean loss {sentence}"));

    [Test]
    public void A_small_first_loss_may_rise_to_the_factor() => Assert.That(Divergence.Find(Epoch(2.9), 0.001, 3), Is.Null);

    [TestCase(0.5)]
    [TestCase(1000)]
    [TestCase(-7)]
    public void The_first_epoch_never_diverges_from_itself(double loss) => Assert.That(Divergence.Find(Epoch(loss), null, 1), Is.Null);

    [Test]
    public void The_pair_with_the_greatest_loss_is_named_with_it() => Assert.That(
        Divergence.Find(Epoch(50, ("audio>text", 20), ("text>audio", 80), ("text>face", 50)), 1, 3),
        Does.Contain("most of all in the pair text>audio (80)"));

    private static EpochMetrics Epoch(double loss, params (string Pair, double Loss)[] pairs) => new()
    {
        Split = EpochMetrics.Training,
        Epoch = 2,
        Step = 10,
        Loss = loss,
        Pairs = (pairs.Length == 0 ? [("audio>text", loss)] : pairs).ToDictionary(pair => pair.Pair, pair => pair.Loss),
        LearningRate = 0.1,
        Seconds = 1,
        RecordingsPerSecond = 1,
    };
}
