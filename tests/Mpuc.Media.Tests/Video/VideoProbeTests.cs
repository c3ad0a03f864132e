using System.Text;
using Mpuc.Media.Video;

namespace Mpuc.Media.Tests.Video;

/// <summary>Answers of ffprobe, in which a file has a say.</summary>
[TestFixture]
internal sealed class VideoProbeTests
{
    [Test]
    public void Size_rotation_rate_and_length_are_read() => Assert.That(
        Parse("""{"streams":[{"width":640,"height":480,"avg_frame_rate":"25/1","duration":"2.5","side_data_list":[{"rotation":-90}]}]}"""),
        Is.EqualTo(new VideoInfo(480, 640, -90, 25, 2.5)));

    [TestCase("{\"streams\":[{\"width\":\"640\",\"height\":480}]}")]
    [TestCase("{\"streams\":[{\"width\":64.5,\"height\":480}]}")]
    [TestCase("{\"streams\":[[]]}")]
    [TestCase("{\"streams\":[{\"width\":640,\"height\":480,\"duration\":2}]}")]
    [TestCase("{\"streams\":[{\"width\":640,\"height\":480,\"duration\":\"\\ud800\"}]}")]
    [TestCase("[]")]
    public void Values_of_other_kinds_are_refused(string json) => Assert.That(
        () => Parse(json),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "'clip.mp4' cannot be read as video: ffprobe's answer has something else where a number or a text is due."));

    [TestCase("{\"streams\":[{\"width\":640,\"width\":640,\"height\":480}]}")]
    [TestCase("{")]
    public void What_is_no_JSON_or_says_a_thing_twice_is_refused(string json) => Assert.That(
        () => Parse(json),
        Throws.TypeOf<MpucException>().With.Message.EqualTo("'clip.mp4' cannot be read as video: ffprobe's answer is no JSON."));

    private static VideoInfo Parse(string json) => VideoProbe.Parse("clip.mp4", Encoding.UTF8.GetBytes(json), complaint: null);
}
