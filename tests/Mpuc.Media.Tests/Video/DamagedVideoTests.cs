using Mpuc.Media.Video;
using Serilog;
using Serilog.Core;

namespace Mpuc.Media.Tests.Video;

[TestFixture]
internal sealed class DamagedVideoTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_missing_file_is_named() =>
        AssertRefused(new ModalitySource(_folder.File("no.mp4")), $"The recording '{_folder.File("no.mp4")}' does not exist.");

    [Test]
    public void A_folder_is_refused() => AssertRefused(new ModalitySource(_folder.Path), $"'{_folder.Path}' is a folder, not a recording.");

    [Test]
    public void A_file_of_zero_bytes_is_refused()
    {
        var path = _folder.Write("empty.mp4", []);

        AssertRefused(new ModalitySource(path), $"'{path}' is empty (0 bytes); record or copy it again.");
    }

    [Test]
    public void A_row_of_a_table_is_refused() => AssertRefused(
        new ModalitySource("a.csv") { Key = "7" }, "A video is a whole file or a span of one, not the row '7' of the table 'a.csv'.");

    [Test]
    public void A_start_before_the_beginning_is_refused() => AssertRefused(
        new ModalitySource("a.mp4") { Start = -1 }, "A recording cannot start at -1 s in 'a.mp4'; the start must be at least 0.");

    [Test]
    public void A_span_that_ends_where_it_starts_is_refused()
    {
        var path = _folder.Write("a.mp4", [1]);

        AssertRefused(
            new ModalitySource(path) { Start = 2, End = 2 },
            $"The part of '{path}' from 2 s to 2 s holds no frame; the end must lie after the start.");
    }

    [Test]
    public void A_file_that_is_no_video_is_refused_with_ffmpegs_reason()
    {
        Clips.Require();
        var path = _folder.Write("notes.txt", "These are words, not pictures.\n"u8.ToArray());

        AssertRefused(new ModalitySource(path), $"'{path}' cannot be read as video: Invalid data found when processing input.");
    }

    [Test]
    public void Sound_alone_is_refused()
    {
        var path = Clips.Run(["-f", "lavfi", "-i", "sine=duration=0.5"], _folder.File("sound.m4a"));

        AssertRefused(new ModalitySource(path), $"'{path}' has no video track; it must hold moving pictures.", isMissing: true);
    }

    [Test]
    public void Damage_in_which_ffprobe_finds_no_track_is_no_missing_modality()
    {
        var probe = _folder.WriteScript("fake-ffprobe", "echo 'moov atom damaged' >&2; echo '{}'");
        var path = _folder.Write("a.mp4", [1]);

        AssertRefused(
            new ModalitySource(path),
            $"'{path}' has no video track; it must hold moving pictures.",
            new VideoReader(new VideoReadingOptions { FrameRate = 5 }, Logger.None) { Ffprobe = probe });
    }

    [Test]
    public void The_cover_of_a_song_is_no_video()
    {
        var cover = Clips.Colours(_folder.File("cover.png"), 0.04);
        var path = Clips.Run(
            ["-f", "lavfi", "-i", "sine=duration=0.5", "-i", cover, "-map", "0", "-map", "1", "-disposition:v:0", "attached_pic"],
            _folder.File("song.mp3"));

        AssertRefused(new ModalitySource(path), $"'{path}' has no video track; it must hold moving pictures.", isMissing: true);
    }

    [Test]
    public async Task A_video_without_sound_is_read()
    {
        var path = Clips.Colours(_folder.File("silent.mp4"), 1, "64x48", "-an");

        Assert.That(await CountAsync(new ModalitySource(path)), Is.EqualTo(5));
    }

    [Test]
    public void A_span_behind_the_end_has_no_picture()
    {
        var path = Clips.Colours(_folder.File("a.mp4"), 1);

        AssertRefused(
            new ModalitySource(path) { Start = 60, End = 61.5 },
            $"'{path}' has no picture from 60 s to 61.5 s; check the file and the span.");
    }

    [Test]
    public void A_track_of_zero_frames_is_refused()
    {
        var path = Clips.Run(["-f", "lavfi", "-i", "testsrc=duration=1:size=64x48", "-frames:v", "0"], _folder.File("none.mkv"));

        Assert.That(
            () => CountAsync(new ModalitySource(path)),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{path}' ").And.Message.EndsWith("."));
    }

    [Test]
    public void A_file_cut_off_before_its_index_is_refused()
    {
        var whole = File.ReadAllBytes(Clips.Colours(_folder.File("whole.mp4"), 2));
        var path = _folder.Write("cut.mp4", whole[..(whole.Length / 2)]);

        AssertRefused(new ModalitySource(path), $"'{path}' cannot be read as video: moov atom not found.");
    }

    [Test]
    public async Task A_file_cut_off_in_its_pictures_is_read_as_far_as_it_goes()
    {
        var whole = await File.ReadAllBytesAsync(Clips.Colours(_folder.File("whole.mkv"), 4));
        var path = _folder.Write("cut.mkv", whole[..(whole.Length / 2)]);

        Assert.That(await CountAsync(new ModalitySource(path)), Is.InRange(5, 15));
    }

    [Test]
    public async Task Damage_that_ffmpeg_gets_over_is_logged_once()
    {
        var bytes = await File.ReadAllBytesAsync(Clips.Colours(_folder.File("whole.mpg"), 4, "320x240", "-c:v", "mpeg1video"));
        bytes.AsSpan(bytes.Length / 3, 3000).Fill(0x5A);
        var log = new MemoryLog();
        var video = await Reader(log.Logger).OpenAsync(new ModalitySource(_folder.Write("damaged.mpg", bytes)), CancellationToken.None);

        await CountAsync(video);
        await CountAsync(video);

        Assert.That(log.Messages, Has.One.Contains("but found it damaged"));
    }

    [Test]
    public void A_video_over_the_limit_is_refused()
    {
        var path = Clips.Colours(_folder.File("long.mp4"), 3);

        AssertRefused(
            new ModalitySource(path),
            $"'{path}' is longer than 1 s; cut it into parts with 'start' and 'end', or raise 'maxSeconds'.",
            new VideoReader(new VideoReadingOptions { FrameRate = 5, MaxSeconds = 1 }, Logger.None));
    }

    [Test]
    public void A_playlist_cannot_reach_the_network()
    {
        Clips.Require();
        var path = _folder.Write(
            "list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n"u8.ToArray());

        Assert.That(() => CountAsync(new ModalitySource(path)), Throws.TypeOf<MpucException>());
    }

    [Test]
    public void Without_ffmpeg_the_message_says_what_to_install()
    {
        var path = _folder.Write("clip.mp4", [1, 2, 3]);

        AssertRefused(
            new ModalitySource(path),
            $"Reading '{path}' needs ffmpeg, but 'no-ffprobe' was not found on the PATH; install it (Debian: apt-get install ffmpeg).",
            new VideoReader(new VideoReadingOptions { FrameRate = 5 }, Logger.None) { Ffprobe = "no-ffprobe" });
    }

    private static VideoReader Reader(ILogger? logger = null) => new(new VideoReadingOptions { FrameRate = 5 }, logger ?? Logger.None);

    // Only what is sound and has no such track is a missing modality.
    private static void AssertRefused(ModalitySource source, string message, VideoReader? reader = null, bool isMissing = false) =>
        Assert.That(
        () => CountAsync(source, reader),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(message).And.Property(nameof(MpucException.IsMissingModality))
            .EqualTo(isMissing));

    private static async Task<int> CountAsync(ModalitySource source, VideoReader? reader = null) =>
        await CountAsync(await (reader ?? Reader()).OpenAsync(source, CancellationToken.None));

    private static async Task<int> CountAsync(VideoRecording video)
    {
        var frames = 0;
        await foreach (var batch in video.ReadAsync(CancellationToken.None))
        {
            frames += batch.Count;
        }

        return frames;
    }
}
