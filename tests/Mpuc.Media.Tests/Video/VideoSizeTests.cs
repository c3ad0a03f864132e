using Mpuc.Media.Video;
using Serilog.Core;

namespace Mpuc.Media.Tests.Video;

[TestFixture]
internal sealed class VideoSizeTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task A_file_tells_its_size_rate_and_duration()
    {
        var video = await OpenAsync(Clips.Colours(_folder.File("a.mp4"), 2));

        Assert.That(video.Info, Is.EqualTo(new VideoInfo(64, 48, 0, 25, 2)));
        Assert.That((video.Width, video.Height, video.FrameRate), Is.EqualTo((64, 48, 5.0)));
    }

    [Test]
    public async Task A_turned_video_is_read_upright()
    {
        // The left half is white; turned by a quarter to the right, the white half is on top.
        var plain = Clips.Run(
            ["-f", "lavfi", "-i", "color=black:size=64x48:duration=1,drawbox=x=0:w=32:h=48:t=fill:color=white", "-c:v", "mpeg4"],
            _folder.File("plain.mp4"));
        var video = await OpenAsync(Clips.Run(["-i", plain, "-c", "copy", "-metadata:s:v:0", "rotate=90"], _folder.File("turned.mp4")));

        Assert.That((video.Width, video.Height), Is.EqualTo((48, 64)));
        Assert.That(Math.Abs(video.Info.Rotation), Is.EqualTo(90));
        await foreach (var batch in video.ReadAsync(CancellationToken.None))
        {
            var rows = Enumerable.Range(0, 64).Select(row => (int)batch[0][(row * 48 * 3) + 72]).ToArray();
            var (bright, dark) = video.Info.Rotation < 0 ? (rows[..28], rows[36..]) : (rows[36..], rows[..28]);
            Assert.That(bright, Is.All.GreaterThan(220));
            Assert.That(dark, Is.All.LessThan(35));
        }
    }

    // What the eight values of EXIF's orientation mean: where the stored picture's bright left half is when it is shown.
    [TestCase(1, 64, 48, "left")]
    [TestCase(2, 64, 48, "right")]
    [TestCase(3, 64, 48, "right")]
    [TestCase(4, 64, 48, "left")]
    [TestCase(5, 48, 64, "top")]
    [TestCase(6, 48, 64, "top")]
    [TestCase(7, 48, 64, "bottom")]
    [TestCase(8, 48, 64, "bottom")]
    public async Task A_photograph_is_read_as_its_own_note_says_it_was_held(byte orientation, int width, int height, string bright)
    {
        var stored = Clips.Run(
            ["-f", "lavfi", "-i", "color=black:size=64x48,drawbox=x=0:w=32:h=48:t=fill:color=white", "-frames:v", "1", "-q:v", "2"],
            _folder.File("stored.jpg"));
        byte[] exif = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];
        var bytes = await File.ReadAllBytesAsync(stored);

        var video = await OpenAsync(
            _folder.Write("held.jpg", [.. bytes[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. bytes[2..]]));

        Assert.That((video.Width, video.Height), Is.EqualTo((width, height)));
        await foreach (var batch in video.ReadAsync(CancellationToken.None))
        {
            var (column, row) = bright switch { "left" => (8, 24), "right" => (width - 8, 24), "top" => (24, 8), _ => (24, height - 8) };
            Assert.That(batch[0][3 * ((row * width) + column)], Is.GreaterThan(220));
            Assert.That(batch[0][3 * (((height - 1 - row) * width) + width - 1 - column)], Is.LessThan(35));
        }
    }

    [Test]
    public async Task Pixels_that_are_not_square_are_made_square()
    {
        var video = await OpenAsync(Clips.Colours(_folder.File("wide.mp4"), 0.2, "64x48", "-vf", "setsar=2"));

        Assert.That((video.Width, video.Height), Is.EqualTo((128, 48)));
    }

    [Test]
    public async Task A_large_video_is_scaled_down_while_it_is_read()
    {
        var video = await OpenAsync(
            Clips.Run(["-f", "lavfi", "-i", "testsrc=size=3840x2160:rate=25", "-frames:v", "1", "-c:v", "mpeg4"], _folder.File("4k.mp4")));

        Assert.That((video.Info.Width, video.Info.Height), Is.EqualTo((3840, 2160)));
        Assert.That((video.Width, video.Height), Is.EqualTo((1280, 720)));
        var sizes = new List<int>();
        await foreach (var batch in video.ReadAsync(CancellationToken.None))
        {
            sizes.Add(batch[0].Length);
        }

        Assert.That(sizes, Is.EqualTo(new[] { 1280 * 720 * 3 }));
    }

    [Test]
    public async Task A_video_that_changes_its_size_keeps_the_first()
    {
        Clips.Colours(_folder.File("a.ts"), 0.4, "64x48", "-c:v", "mpeg2video");
        Clips.Colours(_folder.File("b.ts"), 0.4, "96x96", "-c:v", "mpeg2video");
        var both = _folder.Write(
            "both.ts", [.. await File.ReadAllBytesAsync(_folder.File("a.ts")), .. await File.ReadAllBytesAsync(_folder.File("b.ts"))]);
        var video = await OpenAsync(both);

        await foreach (var batch in video.ReadAsync(CancellationToken.None))
        {
            Assert.That((batch.Width, batch.Height), Is.EqualTo((64, 48)));
        }
    }

    [Test]
    public async Task The_limit_is_an_option()
    {
        var path = Clips.Colours(_folder.File("a.mp4"), 0.2, "640x360");
        var reader = new VideoReader(new VideoReadingOptions { FrameRate = 5, MaxSide = 100 }, Logger.None);

        var video = await reader.OpenAsync(new ModalitySource(path), CancellationToken.None);

        Assert.That((video.Width, video.Height), Is.EqualTo((100, 56)));
    }

    private static Task<VideoRecording> OpenAsync(string path) =>
        new VideoReader(new VideoReadingOptions { FrameRate = 5 }, Logger.None).OpenAsync(new ModalitySource(path), CancellationToken.None);
}
