namespace Mpuc.Kernels.Tests;

[TestFixture]
internal sealed unsafe class MomentsTests
{
    [TestCase(0)]
    [TestCase(1000)]
    [TestCase(-20000)]
    public void A_large_mean_costs_no_digits_of_the_variance(int mean)
    {
        foreach (var layers in InstructionSet.All.Where(set => set.IsSupported).SelectMany(set => set.Layers))
        {
            var random = new Random(1);
            var values = new float[777 * layers.Width];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = mean + random.NextSingle();
            }

            Moments moments;
            fixed (float* from = values)
            {
                moments = layers.Measure(777, 1, new(from, layers.Width));
            }

            var exact = values.Average(value => (double)value);
            Assert.That(moments.Count, Is.EqualTo(values.Length));
            Assert.That(moments.Mean, Is.EqualTo(exact).Within(1e-7 * Math.Max(1, Math.Abs(mean))));
            Assert.That(moments.Squares, Is.EqualTo(values.Sum(value => (value - exact) * (value - exact))).Within(0.01).Percent);
        }
    }

    [Test]
    public void Those_of_two_sets_together_are_those_of_their_union()
    {
        double[] left = [1, 2, 4, 8], right = [-3, 5];

        var sum = Of(left) + Of(right);

        var expected = Of([.. left, .. right]);
        Assert.That(sum.Count, Is.EqualTo(6));
        Assert.That(sum.Mean, Is.EqualTo(expected.Mean).Within(1e-12));
        Assert.That(sum.Squares, Is.EqualTo(expected.Squares).Within(1e-12));
    }

    private static Moments Of(double[] values) =>
        new(values.Length, values.Average(), values.Sum(value => Math.Pow(value - values.Average(), 2)));
}
