using Mpuc.Media.Video;

namespace Mpuc.Media.Tests.Video;

[TestFixture]
internal sealed class FrameBatchTests
{
    [Test]
    public void Frames_lie_one_after_the_other()
    {
        var batch = new FrameBatch(2, 1, new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 });

        Assert.That(batch.Count, Is.EqualTo(2));
        Assert.That(batch[1].ToArray(), Is.EqualTo(new byte[] { 7, 8, 9, 10, 11, 12 }));
    }

    [Test]
    public void A_part_of_a_frame_is_refused() => Assert.That(
        () => new FrameBatch(2, 2, new byte[13]),
        Throws.ArgumentException.With.Message.Contains("13 bytes are no whole number of frames of 2x2"));
}
