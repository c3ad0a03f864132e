using Mpuc.Host.Data.Splits;

namespace Mpuc.Host.Tests.Data.Splits;

public class SeededDrawTests
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 50).Select(i => $"name {i}")];

    [TestCase(10, 0, 0)]
    [TestCase(10, -1, 0)]
    [TestCase(0, 0.5, 0)]
    [TestCase(1, 0.01, 1)]
    [TestCase(10, 0.04, 1)]
    [TestCase(10, 0.25, 3)]
    [TestCase(10, 0.35, 4)]
    [TestCase(10, 0.9, 9)]
    [TestCase(1, 0.9, 1)]
    public void A_fraction_is_rounded_half_up_and_is_one_at_least_where_there_is_anything(int names, double fraction, int count) =>
        Assert.That(SeededDraw.CountOf(names, fraction), Is.EqualTo(count));

    [Test]
    public void An_order_holds_every_name_once_whatever_their_order_was()
    {
        var order = new SeededDraw(4).Order("test", Names).ToList();

        Assert.That(order, Is.EquivalentTo(Names).And.Not.EqualTo(Names));
        Assert.That(new SeededDraw(4).Order("test", Names.Reverse()), Is.EqualTo(order));
    }

    [Test]
    public void Seeds_and_purposes_draw_independently_of_each_other() => Assert.That(
        new[] { (1, "test"), (2, "test"), (1, "validation") }
            .Select(draw => string.Join(' ', new SeededDraw(draw.Item1).Order(draw.Item2, Names))),
        Is.Unique);

    [Test]
    public void More_that_are_taken_are_the_same_and_others()
    {
        var draw = new SeededDraw(7);

        Assert.That(draw.Take("labels", Names, 20), Is.SupersetOf(draw.Take("labels", Names, 12)));
    }

    [TestCase(0, 0)]
    [TestCase(50, 50)]
    [TestCase(1000, 50)]
    public void No_more_are_taken_than_there_are(int count, int taken) =>
        Assert.That(new SeededDraw(7).Take("labels", Names, count), Has.Count.EqualTo(taken));

    // Of 50 names over 400 seeds each is expected in 100 tenths; five deviations of a binomial are 47.
    [Test]
    public void Every_name_is_drawn_about_equally_often()
    {
        var drawn = Enumerable.Range(0, 400)
            .SelectMany(seed => new SeededDraw(seed).Fraction("test", Names, 0.25))
            .CountBy(name => name)
            .ToDictionary();

        Assert.That(drawn.Values, Has.All.InRange(60, 145));
        Assert.That(drawn, Has.Count.EqualTo(Names.Length));
    }
}
