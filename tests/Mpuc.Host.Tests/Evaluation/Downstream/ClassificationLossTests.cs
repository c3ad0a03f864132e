using Mpuc.Host.Evaluation.Downstream;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Evaluation.Downstream;

public class ClassificationLossTests
{
    private static readonly double[] Logits = [0.5, -1, 2, 0.1, -0.3, 0.7];

    [Test]
    public void A_single_label_costs_the_negative_log_probability_of_its_class()
    {
        using var scope = NewDisposeScope();
        using var loss = new ClassificationLoss(Spaces.Single(3), [0, 1], 0.5);

        var value = loss.Compute(Rows(2, 3), loss.Encode([2, 0])).item<float>();

        Assert.That(value, Is.EqualTo((Cost(0, 2) + Cost(1, 0)) / 2).Within(1e-6));

        double Cost(int row, int right) =>
            Math.Log(Enumerable.Range(0, 3).Sum(i => Math.Exp(Logits[(3 * row) + i]))) - Logits[(3 * row) + right];
    }

    [Test]
    public void Several_labels_cost_binary_cross_entropy_with_the_training_recordings_positive_weights()
    {
        using var scope = NewDisposeScope();

        // Class 0 in 1 of 4 training recordings, class 1 in 2, class 2 in none: weights 3, 1 and 4.
        using var loss = new ClassificationLoss(Spaces.Multi(3), [0b001, 0b010, 0b010, 0b000], 0.5);
        double[] weights = [3, 1, 4];
        long[] targets = [0b101, 0b010];

        var value = loss.Compute(Rows(2, 3), loss.Encode(targets)).item<float>();

        var expected = Enumerable.Range(0, 6).Average(i =>
        {
            var (present, probability) = ((targets[i / 3] >> (i % 3) & 1) == 1, 1 / (1 + Math.Exp(-Logits[i])));
            return present ? -weights[i % 3] * Math.Log(probability) : -Math.Log(1 - probability);
        });
        Assert.That(value, Is.EqualTo(expected).Within(1e-6));
    }

    [TestCase(0.5, 0b101, 0b101)]
    [TestCase(0.66, 0b100, 0b100)]
    public void Classes_at_or_above_the_threshold_are_present(double threshold, long first, long second)
    {
        using var scope = NewDisposeScope();
        using var loss = new ClassificationLoss(Spaces.Multi(3), [0], threshold);

        Assert.That(loss.Decide(loss.Probabilities(Rows(2, 3))), Is.EqualTo(new[] { first, second }));
    }

    [Test]
    public void The_likeliest_class_of_a_single_label_is_decided()
    {
        using var scope = NewDisposeScope();
        using var loss = new ClassificationLoss(Spaces.Single(3), [0], 0.5);

        Assert.That(loss.Decide(loss.Probabilities(Rows(2, 3))), Is.EqualTo(new long[] { 2, 2 }));
    }

    private static Tensor Rows(long rows, long columns) => tensor(Logits.Select(value => (float)value).ToArray()).reshape(rows, columns);
}
