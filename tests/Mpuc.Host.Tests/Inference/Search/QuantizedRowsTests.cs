using Mpuc.Host.Inference.Search;

namespace Mpuc.Host.Tests.Inference.Search;

public class QuantizedRowsTests
{
    [TestCase(1)]
    [TestCase(7)]
    [TestCase(32)]
    [TestCase(100)]
    [TestCase(512)]
    public void The_inner_product_lies_between_the_bounds_for_any_number_of_dimensions(int dimensions)
    {
        var (vectors, query) = (RandomVectors.Of(200, dimensions, seed: 1), RandomVectors.Of(1, dimensions, seed: 2));
        var rows = new QuantizedRows(40, vectors, dimensions);
        Assert.That((rows.First, rows.Count), Is.EqualTo((40, 200)));
        for (var row = 0; row < rows.Count; row++)
        {
            var product = RandomVectors.Cosine(query, vectors.AsSpan(row * dimensions, dimensions));
            var (least, most) = rows.Bounds(row, query);
            Assert.That(product, Is.InRange(least, most));
            Assert.That(most - least, Is.LessThan(0.05), "bounds that say nothing spare nothing");
        }
    }

    [Test]
    public void One_great_value_beside_small_ones_leaves_the_bounds_true()
    {
        float[] vector = [0.999f, .. Enumerable.Repeat(0.0019f, 511)];
        var query = RandomVectors.Of(1, 512, seed: 3);
        var (least, most) = new QuantizedRows(0, vector, 512).Bounds(0, query);
        Assert.That(RandomVectors.Cosine(query, vector), Is.InRange(least, most));
    }

    [Test]
    public void A_vector_of_zeros_has_the_product_zero()
    {
        var (least, most) = new QuantizedRows(0, new float[64], 64).Bounds(0, RandomVectors.Of(1, 64, seed: 3));
        Assert.That((least, most), Is.EqualTo((-most, most)));
        Assert.That(most, Is.LessThan(1e-4));
    }
}
