using Mpuc.Host.Evaluation;

namespace Mpuc.Host.Tests.Evaluation;

public class ModalitySubsetsTests
{
    [TestCase(1, 1)]
    [TestCase(2, 3)]
    [TestCase(3, 7)]
    [TestCase(4, 15)]
    public void Every_subset_is_listed_once_the_largest_first(int modalities, int subsets)
    {
        var names = Names(modalities);

        var listed = ModalitySubsets.Of(names, 4);

        Assert.That(listed, Has.Count.EqualTo(subsets));
        Assert.That(listed.Select(subset => string.Join(',', subset)), Is.Unique);
        Assert.That(listed[0], Is.EqualTo(names));
        Assert.That(listed.Select(subset => subset.Count), Is.Ordered.Descending);
    }

    [Test]
    public void Beyond_the_maximum_all_together_and_each_alone_are_listed() =>
        Assert.That(ModalitySubsets.Of(Names(5), 4).Select(subset => subset.Count), Is.EqualTo(new[] { 5, 1, 1, 1, 1, 1 }));

    private static List<string> Names(int count) => [.. Enumerable.Range(0, count).Select(place => $"m{place}")];
}
