using Mpuc.Media.Faces.Crops;
using Mpuc.Media.Faces.Finding;
using Mpuc.Media.Video;

namespace Mpuc.Plugins.Face.Tests;

[TestFixture]
internal sealed class FaceOptionsTests
{
    [Test]
    public void The_defaults_are_eight_crops_of_112_pixels_in_three_seconds()
    {
        var options = Read();

        Assert.That(options.Reading, Is.EqualTo(new VideoReadingOptions { FrameRate = 8.0 / 3 }));
        Assert.That(options.Finding, Is.EqualTo(new FaceFindingOptions()));
        Assert.That(options.Crops, Is.EqualTo(new CropOptions(112, 0.2)));
    }

    [Test]
    public void Options_of_every_part_arrive()
    {
        var options = Read(("frameRate", 5.0), ("size", 64), ("margin", 0.5), ("detector", "mtcnn"), ("maxSide", 640));

        Assert.That(options.Reading, Is.EqualTo(new VideoReadingOptions { FrameRate = 5, MaxSide = 640 }));
        Assert.That(options.Finding.Detector, Is.EqualTo("mtcnn"));
        Assert.That(options.Crops, Is.EqualTo(new CropOptions(64, 0.5)));
    }

    [Test]
    public void Given_faces_have_no_margin() => Assert.That(Read(("faces", "given"), ("margin", 0.5)).Crops.Margin, Is.Zero);

    private static FaceOptions Read(params (string Name, object Value)[] set) =>
        FaceOptions.From(new OptionValues(FaceOptions.Schema, set.ToDictionary(option => option.Name, option => option.Value)));
}
