using Mpuc.Host.Evaluation.Downstream;

namespace Mpuc.Host.Tests.Evaluation.Downstream;

public class ConfusionMatrixTests
{
    [Test]
    public void Rows_count_true_classes_and_columns_predicted_ones()
    {
        var matrix = new ConfusionMatrix([0, 0, 1, 2, 2, 2], [0, 1, 1, 2, 0, 2], 3);

        Assert.That(matrix.Counts, Is.EqualTo(new[] { new[] { 1, 1, 0 }, [0, 1, 0], [1, 0, 2] }));
        Assert.That(matrix.Accuracy, Is.EqualTo(4 / 6.0).Within(1e-12));
    }

    [Test]
    public void As_many_predictions_as_truths_are_needed() =>
        Assert.That(() => new ConfusionMatrix([0, 1], [0], 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
