using Mpuc.Media.Video;

namespace Mpuc.Media.Tests.Video;

[TestFixture]
internal sealed class VideoReadingOptionsTests
{
    [Test]
    public void The_schemas_defaults_are_the_records_defaults() =>
        Assert.That(Read(), Is.EqualTo(new VideoReadingOptions { FrameRate = 4 }));

    [Test]
    public void Every_option_arrives() => Assert.That(
        Read(("maxSide", 300), ("maxSeconds", 10.0), ("decodeTimeout", 5.0)),
        Is.EqualTo(new VideoReadingOptions { FrameRate = 4, MaxSide = 300, MaxSeconds = 10, DecodeTimeout = TimeSpan.FromSeconds(5) }));

    private static VideoReadingOptions Read(params (string Name, object Value)[] set) => VideoReadingOptions.From(
        new OptionValues(
            new OptionSchema([.. VideoReadingOptions.Options]), set.ToDictionary(option => option.Name, option => option.Value)),
        4);
}
