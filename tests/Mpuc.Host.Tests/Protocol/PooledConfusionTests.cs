using Mpuc.Host.Protocol;

namespace Mpuc.Host.Tests.Protocol;

public sealed class PooledConfusionTests
{
    private static readonly IReadOnlyList<IReadOnlyList<int>> Counts = [[1, 2], [3, 4]];

    [Test]
    public void Folds_are_added_up_by_the_classes_names()
    {
        var sum = PooledConfusion.Of([(["calm", "sad"], Counts), (["angry", "sad"], Counts)])!;

        Assert.That(sum.Classes, Is.EqualTo(new[] { "angry", "calm", "sad" }));
        Assert.That(sum.Counts, Is.EqualTo(new[] { new[] { 1, 0, 2 }, [0, 1, 2], [3, 3, 8] }));
    }

    [Test]
    public void A_fold_without_counts_leaves_none() =>
        Assert.That(PooledConfusion.Of([(["calm", "sad"], Counts), (["calm", "sad"], [])]), Is.Null);

    [Test]
    public void No_folds_leave_none() => Assert.That(PooledConfusion.Of([]), Is.Null);
}
