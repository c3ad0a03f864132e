using Mpuc.Host.Distributed;

namespace Mpuc.Host.Tests.Distributed;

public sealed class ProcessPlaceTests
{
    [Test]
    public void Parts_are_disjoint_cover_the_batch_and_leave_nobody_with_a_single_recording(
        [Range(2, 40)] int recordings, [Values(1, 2, 3, 5, 8, 40)] int size)
    {
        var parts = Enumerable.Range(0, size).Select(rank => new ProcessPlace(rank, size).PartOf(recordings)).ToList();

        Assert.That(parts.SelectMany(part => Enumerable.Range(part.Start, part.Count)), Is.EqualTo(Enumerable.Range(0, recordings)));
        Assert.That(parts.Select(part => part.Count), Has.None.EqualTo(1));
        var taken = parts.Where(part => part.Count > 0).Select(part => part.Count).ToList();
        Assert.That(taken.Max() - taken.Min(), Is.LessThanOrEqualTo(1));
    }

    [Test]
    public void Two_processes_halve_a_batch() => Assert.That(
        new[] { new ProcessPlace(0, 2).PartOf(32), new ProcessPlace(1, 2).PartOf(32) }, Is.EqualTo(new[] { (0, 16), (16, 16) }));

    [Test]
    public void A_process_alone_has_everything([Range(0, 3)] int recordings) =>
        Assert.That(ProcessPlace.Alone.PartOf(recordings), Is.EqualTo((0, recordings)));
}
