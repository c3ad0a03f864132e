using Mpuc.Host.Evaluation.Downstream;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Evaluation.Downstream;

public class StandardizerTests
{
    [Test]
    public void Training_columns_get_zero_mean_and_unit_deviation()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var training = randn(50, 4) * 3 + 7;
        using var standardizer = new Standardizer(training);

        var scaled = standardizer.Apply(training);

        for (var column = 0; column < 4; column++)
        {
            var values = scaled[TensorIndex.Colon, column].data<float>().ToArray();
            Assert.That(values.Average(), Is.EqualTo(0).Within(1e-5));
            Assert.That(values.Average(value => value * value), Is.EqualTo(1).Within(1e-4));
        }
    }

    [Test]
    public void Test_rows_are_scaled_by_the_training_rows_statistics()
    {
        using var scope = NewDisposeScope();
        using var standardizer = new Standardizer(tensor(new float[,] { { 1 }, { 3 } }));

        Assert.That(standardizer.Apply(tensor(new float[,] { { 7 } })).item<float>(), Is.EqualTo(5));
    }

    [Test]
    public void A_constant_column_becomes_zero_rather_than_infinite()
    {
        using var scope = NewDisposeScope();
        using var standardizer = new Standardizer(ones(3, 1));

        Assert.That(standardizer.Apply(ones(1, 1)).item<float>(), Is.EqualTo(0));
    }

    [Test]
    public void Missing_values_count_in_no_statistic_and_become_the_mean()
    {
        using var scope = NewDisposeScope();
        using var standardizer = new Standardizer(tensor(new float[,] { { 1 }, { float.NaN }, { 3 } }));

        Assert.That(
            standardizer.Apply(tensor(new float[,] { { float.NaN }, { 3 } })).data<float>().ToArray(), Is.EqualTo(new float[] { 0, 1 }));
    }
}
