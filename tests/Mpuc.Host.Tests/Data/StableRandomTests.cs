using FsCheck;
using FsCheck.Fluent;
using Mpuc.Host.Data;

namespace Mpuc.Host.Tests.Data;

public class StableRandomTests
{
    [Test]
    public void The_sequence_is_the_published_one_of_SplitMix64()
    {
        var random = new StableRandom(1234567);
        ulong[] drawn = [random.NextBits(), random.NextBits(), random.NextBits(), random.NextBits(), random.NextBits()];
        Assert.That(drawn, Is.EqualTo(new ulong[]
        {
            6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821,
        }));
    }

    [Test]
    public void The_same_seed_and_key_start_the_same_sequence() =>
        Assert.That(StableRandom.For(7, "window", "id").NextBits(), Is.EqualTo(StableRandom.For(7, "window", "id").NextBits()));

    // Computed by an independent program in another language.
    [TestCase(7, new[] { "window", "id" }, 14236808432347879111)]
    [TestCase(-1, new[] { "é" }, 7430716190340041738UL)]
    public void Seed_and_key_start_the_sequence_by_mixing_their_hashes(int seed, string[] key, ulong first) =>
        Assert.That(StableRandom.For(seed, key).NextBits(), Is.EqualTo(first));

    [Test]
    public void Seed_key_and_the_borders_between_key_parts_all_count()
    {
        ulong[] first =
        [
            StableRandom.For(0, "ab", "c").NextBits(),
            StableRandom.For(1, "ab", "c").NextBits(),
            StableRandom.For(0, "a", "bc").NextBits(),
            StableRandom.For(0, "c", "ab").NextBits(),
            StableRandom.For(0, "abc").NextBits(),
            StableRandom.For(0, "ab", "c", string.Empty).NextBits(),
        ];
        Assert.That(first, Is.Unique);
    }

    [Test]
    public void Numbers_are_uniform_from_0_to_below_1()
    {
        var random = StableRandom.For(3, "uniform");
        var numbers = Enumerable.Range(0, 100_000).Select(_ => random.NextDouble()).ToList();
        var cells = numbers.CountBy(number => (int)(number * 20)).Select(cell => cell.Value);
        Assert.That(numbers, Has.All.InRange(0.0, 1.0 - 1e-16));
        Assert.That(
            cells.Sum(count => Math.Pow(count - 5000, 2) / 5000), Is.LessThan(43.8), "chi squared, 19 degrees of freedom, p = 0.001");
    }

    [Test]
    public void Whole_numbers_are_uniform_below_the_bound()
    {
        var random = StableRandom.For(4, "whole");
        var cells = Enumerable.Range(0, 70_000).Select(_ => random.Next(7)).CountBy(number => number).ToList();
        Assert.That(cells.Select(cell => cell.Key), Is.EquivalentTo(Enumerable.Range(0, 7)));
        Assert.That(
            cells.Sum(cell => Math.Pow(cell.Value - 10_000, 2) / 10_000),
            Is.LessThan(22.5),
            "chi squared, 6 degrees of freedom, p = 0.001");
    }

    [Test]
    public void A_bound_below_1_is_refused() =>
        Assert.That(() => StableRandom.For(0).Next(0), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Normal_numbers_have_mean_0_and_deviation_1_and_the_right_tails()
    {
        var random = StableRandom.For(5, "normal");
        var numbers = Enumerable.Range(0, 100_000).Select(_ => random.NextNormal()).ToList();
        Assert.That(numbers.Average(), Is.EqualTo(0).Within(0.015));
        Assert.That(numbers.Average(number => number * number), Is.EqualTo(1).Within(0.02));
        Assert.That(numbers.Count(number => Math.Abs(number) > 1.959964) / 100_000.0, Is.EqualTo(0.05).Within(0.003));
    }

    [Test]
    public void Shuffling_keeps_every_item() => Prop.ForAll<int[]>(items =>
    {
        var shuffled = items.ToArray();
        StableRandom.For(items.Length, "shuffle").Shuffle(shuffled.AsSpan());
        return shuffled.Order().SequenceEqual(items.Order());
    }).HoldsForAll();

    [Test]
    public void Shuffling_makes_every_order_equally_likely()
    {
        var random = StableRandom.For(6, "orders");
        var orders = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < 24_000; i++)
        {
            var items = "abcd".ToCharArray();
            random.Shuffle(items.AsSpan());
            orders[new string(items)] = orders.GetValueOrDefault(new string(items)) + 1;
        }

        Assert.That(orders, Has.Count.EqualTo(24));
        Assert.That(
            orders.Values.Sum(count => Math.Pow(count - 1000, 2) / 1000),
            Is.LessThan(49.7),
            "chi squared, 23 degrees of freedom, p = 0.001");
    }
}
