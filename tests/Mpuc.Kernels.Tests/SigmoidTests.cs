namespace Mpuc.Kernels.Tests;

[TestFixture]
internal sealed unsafe class SigmoidTests
{
    [Test]
    public void It_is_within_three_units_in_the_last_place([EveryInstructionSet] string instructions)
    {
        // From -86 to 86 in steps that hit no pattern of the intervals between multiples of ln 2.
        float[] values = [.. Enumerable.Range(0, 400_000).Select(i => ((i * 0.00043f) - 86) * 0.9999f)];

        foreach (var (value, result) in values.Zip(Sigmoids(instructions, values)))
        {
            var exact = 1 / (1 + Math.Exp(-(double)value));
            var unit = (double)MathF.BitIncrement((float)exact) - (float)exact;
            Assert.That(Math.Abs(result - exact), Is.LessThan(3 * unit), $"sigmoid({value:r})");
        }
    }

    [Test]
    public void Its_ends_are_those_of_the_function_and_what_is_no_number_stays_so([EveryInstructionSet] string instructions)
    {
        float[] values =
        [
            0, float.PositiveInfinity, float.MaxValue, 88, float.NegativeInfinity, float.MinValue, -88, float.NaN, float.Epsilon,
            .. new float[7],
        ];

        var results = Sigmoids(instructions, values);

        Assert.That(results[0], Is.EqualTo(0.5f));
        Assert.That(results[1..4], Is.All.EqualTo(1f));

        // Zero would be taken for a closed gate.
        Assert.That(results[4..7], Is.All.Positive.And.All.LessThan(2e-38f));
        Assert.That(results[7], Is.NaN);
        Assert.That(results[8], Is.EqualTo(0.5f));
    }

    // With a linear part of zeros, by the narrowest vectors of a set.
    private static float[] Sigmoids(string instructions, float[] values)
    {
        var layers = InstructionSet.Choose(instructions).Gates[^1];
        var rows = values.Length / layers.Width;
        Assert.That(rows * layers.Width, Is.EqualTo(values.Length));
        float[] zeros = new float[layers.Width], results = new float[values.Length];
        fixed (float* linear = zeros, gate = values, to = results)
        {
            layers.Activate(rows, new(linear, 0), new(gate, layers.Width), new(to, layers.Width), default);
        }

        return results;
    }
}
