using Mpuc.Plugins.Audio.Spectrograms;
using TorchSharp;

namespace Mpuc.Plugins.Audio.Tests.Spectrograms;

public class SpectrogramPictureTests
{
    [Test]
    public void Time_runs_to_the_right_and_low_bands_lie_at_the_bottom()
    {
        using var frames = torch.zeros(3, 2);
        frames[1, 0] = torch.tensor(5f);
        var picture = SpectrogramPicture.Draw(frames, 1.5);
        Assert.Multiple(() =>
        {
            Assert.That((picture.Width, picture.Height, picture.Duration), Is.EqualTo((3, 2, 1.5)));
            Assert.That(Brightness(picture, 1, 1), Is.GreaterThan(600), "band 0 of frame 1, in the lower row");
            Assert.That(Brightness(picture, 1, 0), Is.LessThan(10));
            Assert.That(Brightness(picture, 0, 1), Is.LessThan(10));
        });
    }

    [Test]
    public void Louder_is_brighter()
    {
        using var frames = torch.arange(0, 64, torch.ScalarType.Float32).reshape(64, 1);
        var picture = SpectrogramPicture.Draw(frames, 1);
        Assert.That(Enumerable.Range(0, 64).Select(t => Brightness(picture, t, 0)), Is.Ordered.And.Unique);
    }

    [Test]
    public void Silence_is_dark_throughout()
    {
        using var frames = torch.full(new long[] { 4, 4 }, -80f, torch.ScalarType.Float32);
        Assert.That(SpectrogramPicture.Draw(frames, 1).Pixels.ToArray().Max(), Is.LessThan(10));
    }

    private static int Brightness(PreviewPicture picture, int x, int y)
    {
        var pixel = picture.Pixels.Span.Slice(3 * ((y * picture.Width) + x), 3);
        return pixel[0] + pixel[1] + pixel[2];
    }
}
