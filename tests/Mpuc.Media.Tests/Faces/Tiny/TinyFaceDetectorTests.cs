using Mpuc.Media.Faces.Tiny;
using Mpuc.Media.Networks;
using Mpuc.Media.Tests.Networks;
using Mpuc.Media.Video;

namespace Mpuc.Media.Tests.Faces.Tiny;

/// <summary>What holds for any weights.</summary>
[TestFixture]
internal sealed class TinyFaceDetectorTests
{
    [TestCase(100)]
    [TestCase(0)]
    public void A_picture_that_does_not_fit_the_network_is_refused(int size)
    {
        using var weights = RandomWeights.Tiny();

        Assert.That(
            () => new TinyFaceDetector(new TinyFaceOptions { InputSize = size }, weights),
            Throws.TypeOf<MpucException>().With.Message.EqualTo($"'inputSize' is {size}; it must be a multiple of 32."));
    }

    [Test]
    public void Weights_of_another_network_are_refused()
    {
        using var weights = RandomWeights.Proposal();

        Assert.That(
            () => new TinyFaceDetector(new TinyFaceOptions(), weights),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                "'random.pt' does not hold the weights of P-Net: it has no tensor 'conv0/filters'; name the file that belongs to this "
                    + "network."));
    }

    [Test]
    public void A_frame_does_not_change_with_its_batch()
    {
        using var detector = new TinyFaceDetector(new TinyFaceOptions { InputSize = 96, MinScore = 0.5 }, RandomWeights.Tiny());
        var pixels = new byte[10 * 3 * 40 * 30];
        new Random(1).NextBytes(pixels);

        var together = detector.Detect(new FrameBatch(40, 30, pixels));

        for (var frame = 0; frame < 10; frame++)
        {
            var alone = detector.Detect(new FrameBatch(40, 30, pixels.AsMemory(frame * 3600, 3600)))[0];
            Assert.That(together[frame].Select(face => face.Score), Is.EqualTo(alone.Select(face => face.Score)).Within(1e-5));
        }
    }

    [Test]
    public void Several_threads_may_detect_at_once()
    {
        using var detector = new TinyFaceDetector(new TinyFaceOptions { InputSize = 96 }, RandomWeights.Tiny());
        var pixels = new byte[3 * 40 * 30];
        new Random(1).NextBytes(pixels);
        double Sum() => detector.Detect(new FrameBatch(40, 30, pixels))[0].Sum(face => face.Score + face.Box.Left);
        var expected = Sum();

        Assert.That(Enumerable.Range(0, 16).AsParallel().Select(_ => Sum()).ToArray(), Is.All.EqualTo(expected).Within(1e-3));
    }
}
