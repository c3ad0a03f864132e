namespace Mpuc.Kernels.Tests;

[TestFixture]
internal sealed unsafe class TiledProductTests
{
    [Test]
    public void Every_number_of_rows_is_multiplied_either_way_round(
        [EveryInstructionSet] string instructions, [Range(1, 13)] int rows, [Values] bool isTransposed)
    {
        foreach (var product in InstructionSet.Choose(instructions).Products)
        {
            const int depth = 11, gap = 3;
            var (width, random) = (product.Width, new Random(rows));
            float[] left = Numbers(random, rows * depth), start = Numbers(random, rows * width);
            var right = Numbers(random, depth * (width + gap));
            var to = new float[rows * width];
            fixed (float* a = left, b = right, c = start, d = to)
            {
                var factor = isTransposed ? new LeftFactor(a, 1, rows) : new LeftFactor(a, depth, 1);
                product.Multiply(rows, depth, factor, new(b, width + gap), new(c, width), new(d, width));
            }

            for (var i = 0; i < rows * width; i++)
            {
                var (row, column) = (i / width, i % width);
                var expected = start[i] + Enumerable.Range(0, depth).Sum(
                    k => (double)left[isTransposed ? (k * rows) + row : (row * depth) + k] * right[(k * (width + gap)) + column]);
                Assert.That(to[i], Is.EqualTo(expected).Within(1e-5));
            }
        }
    }

    [Test]
    public void A_row_to_start_from_serves_all_rows_and_the_result_may_be_the_start([EveryInstructionSet] string instructions)
    {
        foreach (var product in InstructionSet.Choose(instructions).Products)
        {
            var (width, ones, bias, sums) = (product.Width, new float[64], new float[64], new float[7 * product.Width]);
            Array.Fill(ones, 1);
            Array.Fill(bias, 5);
            fixed (float* a = ones, c = bias, d = sums)
            {
                product.Multiply(7, 1, new(a, 1, 1), new(a, 0), new(c, 0), new(d, width));
                product.Multiply(7, 2, new(a, 1, 1), new(a, 0), new(d, width), new(d, width));
            }

            Assert.That(sums, Is.All.EqualTo(8));
        }
    }

    private static float[] Numbers(Random random, int count)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = random.NextSingle() - 0.5f;
        }

        return numbers;
    }
}
