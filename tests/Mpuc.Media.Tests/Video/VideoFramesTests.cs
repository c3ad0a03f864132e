using Mpuc.Media.Video;
using Serilog.Core;

namespace Mpuc.Media.Tests.Video;

/// <summary>Which frames are read, told by a video that grows one level brighter in every frame.</summary>
[TestFixture]
internal sealed class VideoFramesTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task The_own_rate_gives_every_frame_once() =>
        Assert.That(await LevelsAsync(Counting(), 25), Is.EqualTo(Enumerable.Range(20, 75)));

    [Test]
    public async Task Three_seconds_at_eight_thirds_of_a_frame_give_eight_frames_from_the_middle_of_their_time()
    {
        var levels = await LevelsAsync(Counting(), 8.0 / 3);

        Assert.That(levels, Has.Count.EqualTo(8));
        Assert.That(levels.Select((level, frame) => level - 20 - ((frame + 0.5) * 75 / 8)), Is.All.InRange(-1.0, 0.0));
    }

    [Test]
    public async Task A_higher_rate_repeats_frames() =>
        Assert.That(
            await LevelsAsync(Counting(frames: 5), 50),
            Is.EqualTo(new[] { 20, 21, 21, 22, 22, 23, 23, 24, 24, 24 }).Or.EqualTo(new[] { 20, 20, 21, 21, 22, 22, 23, 23, 24, 24 }));

    [TestCase(0.0, 1.0, 20, 25)]
    [TestCase(1.0, 2.0, 45, 25)]
    [TestCase(0.4, 0.52, 30, 3)]
    [TestCase(2.8, 60.0, 90, 5)]
    public async Task Start_and_end_select_frames(double start, double end, int first, int count) => Assert.That(
        await LevelsAsync(Counting() with { Start = start, End = end }, 25), Is.EqualTo(Enumerable.Range(first, count)));

    [Test]
    public async Task A_variable_frame_rate_becomes_constant()
    {
        // Frames 0 to 24 at 25 per second, then only every fifth.
        var path = Clips.Counting(
            _folder.File("variable.mkv"), 75, 25, "64x48", "-vf", "select='lt(n,25)+not(mod(n,5))'", "-fps_mode", "vfr");

        var levels = await LevelsAsync(new ModalitySource(path), 25);

        Assert.That(levels.Take(25), Is.EqualTo(Enumerable.Range(20, 25)));
        Assert.That(levels.Skip(25).Take(45), Is.EqualTo(Enumerable.Range(0, 45).Select(frame => 45 + (5 * (frame / 5)))));
    }

    [TestCase("late.mkv", "copy")]
    [TestCase("late.ts", "mpeg2video")]
    [TestCase("late.mpg", "mpeg2video")]
    public async Task A_track_that_starts_later_than_the_file_repeats_its_first_picture(string name, string codec)
    {
        var video = Clips.Counting(_folder.File("video.mkv"), 25, 25);
        var path = Clips.Run(
            [
                "-f",
                "lavfi",
                "-i",
                "sine=duration=1.4",
                "-itsoffset",
                "0.4",
                "-i",
                video,
                "-map",
                "0:a",
                "-map",
                "1:v",
                "-c:v",
                codec,
                "-q:v",
                "1",
                "-bf",
                "0",
            ],
            _folder.File(name));

        var levels = await LevelsAsync(new ModalitySource(path), 25);

        // Lossy coders are a level or two off, and program streams delay one of the tracks by a frame or so.
        Assert.That(levels.Take(9), Is.All.EqualTo(20).Within(2));
        Assert.That(levels.Skip(10).Take(25), Is.EqualTo(Enumerable.Range(20, 25)).Within(codec == "copy" ? 0 : 3));
    }

    [Test]
    public async Task A_video_shorter_than_a_frame_has_one()
    {
        Assert.That(await LevelsAsync(Counting(frames: 2), 1), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_still_picture_has_one_frame()
    {
        var path = Clips.Colours(_folder.File("still.png"), 0.04);

        Assert.That(await LevelsAsync(new ModalitySource(path), 2), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Batches_follow_one_another_and_share_their_memory()
    {
        var video = await OpenAsync(Counting(), 25);
        var batches = new List<(int First, int Count)>();

        await foreach (var batch in video.ReadAsync(CancellationToken.None))
        {
            batches.Add((batch.First, batch.Count));
        }

        Assert.That(batches, Is.EqualTo(new[] { (0, 32), (32, 32), (64, 11) }));
    }

    [Test]
    public async Task A_video_may_be_read_twice_with_the_same_result()
    {
        var video = await OpenAsync(Counting(), 10);

        Assert.That(await LevelsAsync(video), Is.EqualTo(await LevelsAsync(video)));
    }

    [Test]
    public async Task Reading_may_stop_early()
    {
        var video = await OpenAsync(Counting(), 25);

        await foreach (var batch in video.ReadAsync(CancellationToken.None))
        {
            Assert.That(batch[3][0], Is.EqualTo(23));
            break;
        }
    }

    [Test]
    public async Task Colours_come_as_red_green_blue()
    {
        var path = Clips.Run(
            ["-f", "lavfi", "-i", "color=red:size=32x32:duration=0.2", "-c:v", "ffv1", "-pix_fmt", "bgr0"], _folder.File("red.mkv"));
        var video = await OpenAsync(new ModalitySource(path), 25);

        await foreach (var batch in video.ReadAsync(CancellationToken.None))
        {
            Assert.That(batch[0][..3].ToArray(), Is.EqualTo(new byte[] { 255, 0, 0 }).Within(4));
        }
    }

    private ModalitySource Counting(int frames = 75) => new(Clips.Counting(_folder.File("counting.mkv"), frames, 25));

    private static Task<VideoRecording> OpenAsync(ModalitySource source, double rate) =>
        new VideoReader(new VideoReadingOptions { FrameRate = rate }, Logger.None).OpenAsync(source, CancellationToken.None);

    private static async Task<List<int>> LevelsAsync(ModalitySource source, double rate) =>
        await LevelsAsync(await OpenAsync(source, rate));

    private static async Task<List<int>> LevelsAsync(VideoRecording video)
    {
        var levels = new List<int>();
        await foreach (var batch in video.ReadAsync(CancellationToken.None))
        {
            for (var frame = 0; frame < batch.Count; frame++)
            {
                levels.Add(batch[frame][0]);
            }
        }

        return levels;
    }
}
