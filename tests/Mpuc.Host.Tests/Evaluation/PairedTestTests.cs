using System.Numerics;
using Mpuc.Host.Evaluation;

namespace Mpuc.Host.Tests.Evaluation;

public class PairedTestTests
{
    [Test]
    public void Only_recordings_on_which_the_classifiers_differ_count()
    {
        var test = PairedTest.Compare([true, true, false, false, true], [true, false, true, false, false]);

        Assert.That((test.OnlyFirst, test.OnlySecond), Is.EqualTo((2, 1)));
    }

    [TestCase(0, 0)]
    [TestCase(5, 5)]
    [TestCase(1, 9)]
    [TestCase(12, 3)]
    [TestCase(0, 20)]
    [TestCase(40, 75)]
    public void The_p_value_is_the_exact_two_sided_binomial_one(int onlyFirst, int onlySecond)
    {
        var first = Enumerable.Repeat(true, onlyFirst).Concat(Enumerable.Repeat(false, onlySecond)).ToList();

        var test = PairedTest.Compare(first, [.. first.Select(right => !right)]);

        Assert.That(test.PValue, Is.EqualTo(Exact(Math.Min(onlyFirst, onlySecond), onlyFirst + onlySecond)).Within(1e-12));
    }

    [Test]
    public void A_thousand_differences_on_one_side_do_not_underflow_to_nonsense()
    {
        var first = Enumerable.Repeat(true, 3000).ToList();

        Assert.That(PairedTest.Compare(first, [.. first.Select(_ => false)]).PValue, Is.InRange(0, 1e-300));
    }

    [Test]
    public void Swapping_the_classifiers_keeps_the_p_value()
    {
        bool[] a = [true, true, true, false, true, false], b = [false, false, true, true, false, false];

        Assert.That(PairedTest.Compare(a, b).PValue, Is.EqualTo(PairedTest.Compare(b, a).PValue));
    }

    // Sums binomial coefficients in whole numbers: no rounding before the last division.
    private static double Exact(int k, int n)
    {
        BigInteger tail = 0, coefficient = 1;
        for (var i = 0; i <= k; i++)
        {
            tail += coefficient;
            coefficient = coefficient * (n - i) / (i + 1);
        }

        return Math.Min(1, (double)(2 * tail) / (double)BigInteger.Pow(2, n));
    }
}
