using Mpuc.Host.Inference.Search;

namespace Mpuc.Host.Tests.Inference.Search;

public class TopKTests
{
    [Test]
    public void The_threshold_is_the_kth_greatest_once_there_are_k()
    {
        var scores = new TopK(2);
        Assert.That(scores.Threshold, Is.EqualTo(double.NegativeInfinity));
        scores.Add(0.5);
        Assert.That(scores.Threshold, Is.EqualTo(double.NegativeInfinity));
        scores.Add(0.1);
        Assert.That(scores.Threshold, Is.EqualTo(0.1));
        scores.Add(0.3);
        scores.Add(0.2);
        Assert.That(scores.Threshold, Is.EqualTo(0.3));
    }

    [Test]
    public void What_is_not_a_number_is_never_kept()
    {
        var scores = new TopK(1);
        scores.Add(double.NaN);
        scores.Add(-1);
        scores.Add(double.NaN);
        Assert.That(scores.Threshold, Is.EqualTo(-1));
    }

    [Test]
    public void Two_join_to_the_greatest_of_both()
    {
        var (first, second) = (new TopK(3), new TopK(3));
        new[] { 0.1, 0.9, 0.4, 0.2 }.ToList().ForEach(first.Add);
        new[] { 0.8, 0.3 }.ToList().ForEach(second.Add);
        first.Add(second);
        Assert.That(first.Threshold, Is.EqualTo(0.4));
    }
}
