using Mpuc.Media.Tests.Video;
using Mpuc.Media.Video;
using Serilog.Core;

namespace Mpuc.Media.Tests;

[TestFixture]
internal sealed class MediaExtensionsTests
{
    [Test]
    public void Every_extension_is_lower_case_with_its_dot_and_stands_in_one_list() => Assert.That(
        MediaExtensions.Video.Concat(MediaExtensions.Sound).Concat(MediaExtensions.Pictures), Is.Unique.And.All.Match(@"^\.[a-z0-9]+$"));

    [Test]
    public void Whatever_moves_has_a_sound_and_a_picture() =>
        Assert.That(MediaExtensions.Video, Is.SubsetOf(MediaExtensions.WithSound).And.SubsetOf(MediaExtensions.WithPicture));

    // Written by ffmpeg itself, so that the list follows what the permitted formats read.
    [TestCase(".mp4", "mpeg4")]
    [TestCase(".m4v", "mpeg4")]
    [TestCase(".wmv", "wmv2")]
    [TestCase(".asf", "wmv2")]
    [TestCase(".ts", "mpeg2video")]
    [TestCase(".mts", "mpeg2video")]
    [TestCase(".m2ts", "mpeg2video")]
    [TestCase(".3gp", "mpeg4")]
    [TestCase(".3g2", "mpeg4")]
    [TestCase(".vob", "mpeg2video")]
    [TestCase(".mpeg", "mpeg1video")]
    [TestCase(".flv", "flv")]
    [TestCase(".mxf", "mpeg2video")]
    [TestCase(".nut", "mpeg4")]
    [TestCase(".y4m", "rawvideo")]
    [TestCase(".gif", "gif")]
    public async Task A_film_of_every_kind_is_read(string extension, string codec)
    {
        using var folder = new TemporaryFolder();
        string[] options = codec == "rawvideo" ? ["-pix_fmt", "yuv420p"] : ["-c:v", codec];
        var path = Clips.Colours(folder.File($"film{extension}"), 0.4, "176x144", options);

        var video = await new VideoReader(new VideoReadingOptions { FrameRate = 5 }, Logger.None)
            .OpenAsync(new ModalitySource(path), CancellationToken.None);

        Assert.That(MediaExtensions.WithPicture, Does.Contain(extension));
        Assert.That((video.Width, video.Height), Is.EqualTo((176, 144)));
    }
}
