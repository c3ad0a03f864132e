using Mpuc.Media.Faces.Finding;
using Mpuc.Media.Video;
using Mpuc.Plugins.Landmarks.Backbones;
using Mpuc.Plugins.Landmarks.Detection;
using Mpuc.Plugins.Landmarks.Reading;

namespace Mpuc.Plugins.Landmarks.Tests;

[TestFixture]
internal sealed class LandmarksOptionsTests
{
    [Test]
    public void The_schemas_defaults_are_the_records_defaults()
    {
        var options = LandmarksOptions.From(new OptionValues(LandmarksOptions.Schema));

        Assert.That(options.Sampling, Is.EqualTo(new SamplingOptions()));
        Assert.That(
            options.Detection, Is.EqualTo(new DetectionOptions(new FaceFindingOptions(), new VideoReadingOptions { FrameRate = 30 })));
        Assert.That(StgcnOptions.From(new OptionValues(StgcnOptions.Schema)), Is.EqualTo(new StgcnOptions()));
        Assert.That(TcnOptions.From(new OptionValues(TcnOptions.Schema)), Is.EqualTo(new TcnOptions()));
    }

    [Test]
    public void Every_option_arrives()
    {
        var options = LandmarksOptions.From(
            Values(
                LandmarksOptions.Schema,
                ("frameRate", 25.0),
                ("minConfidence", 0.9),
                ("maxGap", 0.2),
                ("landmarkWeights", "a.pt"),
                ("margin", 0.1)));
        var stgcn = StgcnOptions.From(
            Values(StgcnOptions.Schema, ("channels", 32), ("graphChannels", 8), ("selfLoops", 2), ("attention", true), ("dropout", 0.5)));
        var tcn = TcnOptions.From(Values(TcnOptions.Schema, ("channels", 32), ("blocks", 2), ("kernelSize", 5), ("dropout", 0.5)));

        Assert.That(options.Sampling, Is.EqualTo(new SamplingOptions { FrameRate = 25, MinConfidence = 0.9 }));
        Assert.That(options.Detection, Is.EqualTo(
            new DetectionOptions(
                new FaceFindingOptions { MaxGap = 0.2 }, new VideoReadingOptions { FrameRate = 25 }) { Weights = "a.pt", Margin = 0.1 }));
        Assert.That(options.MaxGap, Is.EqualTo(0.2));
        Assert.That(
            stgcn, Is.EqualTo(new StgcnOptions { Channels = 32, GraphChannels = 8, SelfLoops = 2, Attention = true, Dropout = 0.5 }));
        Assert.That(tcn, Is.EqualTo(new TcnOptions { Channels = 32, Blocks = 2, KernelSize = 5, Dropout = 0.5 }));
    }

    private static OptionValues Values(OptionSchema schema, params (string Name, object Value)[] set) =>
        new(schema, set.ToDictionary(option => option.Name, option => option.Value));
}
