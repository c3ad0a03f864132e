using FsCheck;
using FsCheck.Fluent;
using Mpuc.Host.Messages;

namespace Mpuc.Host.Tests.Messages;

internal sealed class NearestNameTests
{
    [TestCase("", "", 0)]
    [TestCase("epochs", "epochs", 0)]
    [TestCase("epocs", "epochs", 1)]
    [TestCase("epcohs", "epochs", 1)]
    [TestCase("kitten", "sitting", 3)]
    [TestCase("", "abc", 3)]
    public void Edits_are_counted(string first, string second, int expected) =>
        Assert.That(NearestName.Distance(first, second), Is.EqualTo(expected));

    [Test]
    public void The_distance_is_symmetric_and_bounded_by_the_longer_word() =>
        Prop.ForAll(Words.ToArbitrary(), words =>
        {
            var distance = NearestName.Distance(words.Item1, words.Item2);
            return distance == NearestName.Distance(words.Item2, words.Item1)
                && distance <= Math.Max(words.Item1.Length, words.Item2.Length)
                && distance >= Math.Abs(words.Item1.Length - words.Item2.Length)
                && distance == 0 == (words.Item1 == words.Item2);
        }).HoldsForAll();

    [TestCase("batchsize", "batchSize")]
    [TestCase("batch", null)]
    [TestCase("bacthSize", "batchSize")]
    [TestCase("epoch", "epochs")]
    [TestCase("x", null)]
    [TestCase("", null)]
    public void The_nearest_name_is_found_where_one_is_near(string name, string? expected) =>
        Assert.That(NearestName.Find(name, ["epochs", "batchSize", "patience"]), Is.EqualTo(expected));

    [Test]
    public void Of_two_names_the_nearer_is_found() =>
        Assert.That(NearestName.Find("test2", ["test12", "test2s", "tests"]), Is.EqualTo("test12"));

    [Test]
    public void A_name_of_any_length_is_looked_up_at_once() =>
        Assert.That(NearestName.Find(new string('x', 1_000_000), ["epochs"]), Is.Null);

    private static Gen<(string, string)> Words =>
        from first in Gen.Elements('a', 'b', 'c').ListOf()
        from second in Gen.Elements('a', 'b', 'c').ListOf()
        select (string.Concat(first), string.Concat(second));
}
